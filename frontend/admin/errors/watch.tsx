import { RadioGroup } from '@atlaskit/radio';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import Toggle from '@atlaskit/toggle';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import { NOISES, WATCHES } from './contract';
import { Filters } from './filters';
import { Forwarding } from './forwarding';
import type { ForwardingStore } from './forwarding-store';
import { useAppName } from './look';
import { WatchSaveBar } from './watch-save-bar';
import type { WatchReady, WatchStore } from './watch-store';

export function WatchPanel({
  watch,
  forwarding,
  contextPath,
}: {
  readonly watch: WatchStore;
  readonly forwarding: ForwardingStore;
  readonly contextPath: string;
}) {
  const { t } = useLanguage();
  const state = useStore(watch.state);
  if (state.phase === 'loading') {
    return <Loading words={t('ui.errors.watch.loading')} />;
  }
  if (state.phase === 'unavailable') {
    return <ProblemMessage notice={state.problem} onRetry={() => void watch.load()} focus />;
  }
  return (
    <div className="hearth-stack hearth-errors">
      <Mode watch={watch} state={state} />
      <NoiseSwitches watch={watch} state={state} />
      <Filters watch={watch} state={state} />
      <Keeping watch={watch} state={state} />
      <Forwarding forwarding={forwarding} />
      <OwnSdk state={state} contextPath={contextPath} />
      <WatchSaveBar watch={watch} state={state} />
    </div>
  );
}

interface Props {
  readonly watch: WatchStore;
  readonly state: WatchReady;
}

function Mode({ watch, state }: Props) {
  const { t } = useLanguage();
  const name = useAppName();
  const { draft, view } = state;
  const options = view.installed.map((app) => ({ value: app.key, label: name(app) }));
  // An app that was removed stays chosen, by its key.
  const chosen = draft.apps.map(
    (key) => options.find((one) => one.value === key) ?? { value: key, label: key },
  );
  return (
    <section aria-labelledby="hearth-watch" className="hearth-field">
      <h2 id="hearth-watch" className="hearth-heading">
        {t('ui.errors.watch.heading')}
      </h2>
      <p className="hearth-quiet">{t('ui.errors.watch.help')}</p>
      <RadioGroup
        labelId="hearth-watch"
        name="watch"
        value={draft.watch}
        options={WATCHES.map((value) => ({
          name: 'watch',
          value,
          label: t(`ui.errors.watch.${value}`),
        }))}
        onChange={(event) => {
          const mode = WATCHES.find((one) => one === event.currentTarget.value);
          if (mode !== undefined) {
            watch.edit({ watch: mode });
          }
        }}
      />
      {draft.watch === 'chosen' ? (
        <div className="hearth-limit hearth-watch-apps">
          <label htmlFor="hearth-watch-apps">{t('ui.errors.watch.apps')}</label>
          <Select
            inputId="hearth-watch-apps"
            isMulti
            options={options}
            value={chosen}
            placeholder={t('ui.errors.watch.apps.none')}
            onChange={(picked) => {
              watch.edit({ apps: picked.map(({ value }) => value) });
            }}
          />
        </div>
      ) : null}
    </section>
  );
}

function NoiseSwitches({ watch, state }: Props) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="hearth-noise" className="hearth-field">
      <h2 id="hearth-noise" className="hearth-heading">
        {t('ui.errors.noise.heading')}
      </h2>
      <p className="hearth-quiet">{t('ui.errors.noise.help')}</p>
      <ul className="hearth-items">
        {NOISES.map((noise) => {
          const id = `hearth-noise-${noise}`;
          return (
            <li key={noise} className="hearth-item">
              <div>
                <label htmlFor={id} className="hearth-kind-title">
                  {t(`ui.errors.noise.${noise}`)}
                </label>
                <p className="hearth-quiet">{t(`ui.errors.noise.${noise}.help`)}</p>
              </div>
              <Toggle
                id={id}
                isChecked={!state.draft.noiseKept.includes(noise)}
                onChange={() => {
                  watch.keepNoise(noise, !state.draft.noiseKept.includes(noise));
                }}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const LONGEST = 180;

function Keeping({ watch, state }: Props) {
  const { t } = useLanguage();
  const { retentionDays, logNew } = state.draft;
  const wrong = retentionDays < 1 || retentionDays > LONGEST;
  return (
    <section aria-labelledby="hearth-keeping" className="hearth-field">
      <h2 id="hearth-keeping" className="hearth-heading">
        {t('ui.errors.keeping.heading')}
      </h2>
      <div className="hearth-limit hearth-retention">
        <label htmlFor="hearth-retention">{t('ui.errors.retention')}</label>
        <Textfield
          id="hearth-retention"
          type="number"
          min={1}
          max={LONGEST}
          isInvalid={wrong}
          aria-invalid={wrong}
          aria-describedby="hearth-retention-help"
          value={retentionDays === 0 ? '' : retentionDays}
          onChange={(event) => {
            watch.edit({ retentionDays: Math.floor(Number(event.currentTarget.value)) });
          }}
        />
        <p id="hearth-retention-help" className={wrong ? 'hearth-error' : 'hearth-quiet'}>
          {wrong
            ? t('ui.option.invalid', { min: '1', max: String(LONGEST) })
            : t('ui.errors.retention.help')}
        </p>
      </div>
      <div className="hearth-inline">
        <Toggle
          id="hearth-log-new"
          isChecked={logNew}
          onChange={() => {
            watch.edit({ logNew: !logNew });
          }}
        />
        <label htmlFor="hearth-log-new">{t('ui.errors.log-new')}</label>
      </div>
    </section>
  );
}

/** What a developer needs whose app brings a Sentry SDK of its own. */
function OwnSdk({
  state,
  contextPath,
}: {
  readonly state: WatchReady;
  readonly contextPath: string;
}) {
  const { t } = useLanguage();
  const { clientKey, ingestPath } = state.view;
  const tunnel = contextPath + ingestPath;
  return (
    <section aria-labelledby="hearth-sdk" className="hearth-field">
      <h2 id="hearth-sdk" className="hearth-heading">
        {t('ui.errors.sdk.heading')}
      </h2>
      <p className="hearth-quiet">{t('ui.errors.sdk.help')}</p>
      <dl className="hearth-facts">
        <div>
          <dt>{t('ui.errors.sdk.tunnel')}</dt>
          <dd>
            <code>{tunnel}</code>
          </dd>
        </div>
        <div>
          <dt>{t('ui.errors.sdk.key')}</dt>
          <dd>
            <code>{clientKey}</code>
          </dd>
        </div>
      </dl>
    </section>
  );
}
