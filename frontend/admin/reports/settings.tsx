import Textfield from '@atlaskit/textfield';
import Toggle from '@atlaskit/toggle';
import { ChangesBar } from '../changes-bar';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import type { Settings } from './contract';
import type { SettingsReady, SettingsStore } from './settings-store';

export function SettingsPanel({ settings }: { readonly settings: SettingsStore }) {
  const { t } = useLanguage();
  const state = useStore(settings.state);
  if (state.phase === 'loading') {
    return <Loading words={t('ui.reports.settings.loading')} />;
  }
  if (state.phase === 'unavailable') {
    return <ProblemMessage notice={state.problem} onRetry={() => void settings.load()} focus />;
  }
  return (
    <div className="hearth-stack hearth-errors">
      <ul className="hearth-items">
        <Switch name="on" settings={settings} state={state} />
        <Switch name="shortcut" settings={settings} state={state} />
      </ul>
      <Number name="perHour" most={60} settings={settings} state={state} />
      <Number name="retentionDays" most={180} settings={settings} state={state} />
      <Address settings={settings} state={state} />
      <Bar settings={settings} state={state} />
    </div>
  );
}

interface Props {
  readonly settings: SettingsStore;
  readonly state: SettingsReady;
}

function Switch({ name, settings, state }: Props & { readonly name: 'on' | 'shortcut' }) {
  const { t } = useLanguage();
  const id = `hearth-reports-${name}`;
  return (
    <li className="hearth-item">
      <div>
        <label htmlFor={id} className="hearth-kind-title">
          {t(`ui.reports.settings.${name}`)}
        </label>
        <p className="hearth-quiet">{t(`ui.reports.settings.${name}.help`)}</p>
      </div>
      <Toggle
        id={id}
        isChecked={state.draft[name]}
        onChange={() => {
          settings.edit({ [name]: !state.draft[name] });
        }}
      />
    </li>
  );
}

function Number({
  name,
  most,
  settings,
  state,
}: Props & {
  readonly name: keyof Pick<Settings, 'perHour' | 'retentionDays'>;
  readonly most: number;
}) {
  const { t } = useLanguage();
  const id = `hearth-reports-${name}`;
  const value = state.draft[name];
  const wrong = value < 1 || value > most;
  return (
    <div className="hearth-limit hearth-retention">
      <label htmlFor={id}>{t(`ui.reports.settings.${name}`)}</label>
      <Textfield
        id={id}
        type="number"
        min={1}
        max={most}
        isInvalid={wrong}
        aria-invalid={wrong}
        aria-describedby={`${id}-help`}
        value={value === 0 ? '' : value}
        onChange={(event) => {
          settings.edit({ [name]: Math.floor(event.currentTarget.valueAsNumber || 0) });
        }}
      />
      <p id={`${id}-help`} className={wrong ? 'hearth-error' : 'hearth-quiet'}>
        {wrong
          ? t('ui.option.invalid', { min: '1', max: String(most) })
          : t(`ui.reports.settings.${name}.help`)}
      </p>
    </div>
  );
}

function Address({ settings, state }: Props) {
  const { t } = useLanguage();
  const id = 'hearth-reports-address';
  const error = state.errors.find(({ field }) => field === 'supportAddress')?.message;
  return (
    <div className="hearth-limit hearth-report-address">
      <label htmlFor={id}>{t('ui.reports.settings.supportAddress')}</label>
      <Textfield
        id={id}
        type="email"
        maxLength={254}
        isInvalid={error !== undefined}
        aria-describedby={`${id}-help`}
        value={state.draft.supportAddress}
        onChange={(event) => {
          settings.edit({ supportAddress: event.currentTarget.value });
        }}
      />
      <p id={`${id}-help`} className={error === undefined ? 'hearth-quiet' : 'hearth-error'}>
        {error ?? t('ui.reports.settings.supportAddress.help')}
      </p>
    </div>
  );
}

function Bar({ settings, state }: Props) {
  const { t } = useLanguage();
  const changed = settings.changed();
  return (
    <>
      {state.problem === undefined ? null : (
        <ProblemMessage notice={state.problem} onRetry={() => void settings.save()} focus />
      )}
      <p role="status" className={changed ? 'hearth-hidden' : 'hearth-saved'}>
        {state.saving === 'saved' ? t('ui.reports.settings.saved') : ''}
      </p>
      {changed ? (
        <ChangesBar
          saving={state.saving === 'saving'}
          onDiscard={() => {
            settings.discard();
          }}
          onSave={() => void settings.save()}
        />
      ) : null}
    </>
  );
}
