import { RadioGroup } from '@atlaskit/radio';
import Textfield from '@atlaskit/textfield';
import { ChangesBar } from '../changes-bar';
import { useLanguage } from '../language';
import { NOISES } from './contract';
import { hasChanges, type Ready, type UsageStore } from './usage-store';

interface Props {
  readonly store: UsageStore;
  readonly state: Ready;
}

const STRENGTHS = { none: 'none', '1': 'little', '0.5': 'much', '0.1': 'most' } as const;
const BOUNDS = { threshold: [5, 100], retentionDays: [1, 180] } as const;

export function SettingsPanel({ store, state }: Props) {
  const { t } = useLanguage();
  return (
    <div className="hearth-stack">
      <section className="hearth-field">
        <Whole field="threshold" store={store} state={state} />
        <Whole field="retentionDays" store={store} state={state} />
      </section>
      <section aria-labelledby="hearth-usage-noise" className="hearth-field">
        <h2 id="hearth-usage-noise" className="hearth-heading">
          {t('ui.usage.noise.heading')}
        </h2>
        <p className="hearth-quiet">{t('ui.usage.noise.help')}</p>
        <RadioGroup
          labelId="hearth-usage-noise"
          name="noise"
          value={state.settings.noise}
          options={NOISES.map((value) => ({
            name: 'noise',
            value,
            label: t(`ui.usage.noise.${STRENGTHS[value]}`),
          }))}
          onChange={(event) => {
            const noise = NOISES.find((one) => one === event.currentTarget.value);
            if (noise !== undefined) {
              store.edit({ noise });
            }
          }}
        />
      </section>
      {hasChanges(state) ? (
        <ChangesBar
          saving={state.busy}
          onDiscard={() => {
            store.discard();
          }}
          onSave={() => void store.save()}
        />
      ) : null}
    </div>
  );
}

function Whole({ field, store, state }: Props & { readonly field: keyof typeof BOUNDS }) {
  const { t } = useLanguage();
  const value = state.settings[field];
  const [min, max] = BOUNDS[field];
  const wrong = value < min || value > max;
  const id = `hearth-usage-${field}`;
  return (
    <div className="hearth-limit hearth-retention">
      <label htmlFor={id}>{t(`ui.usage.${field}`)}</label>
      <Textfield
        id={id}
        type="number"
        min={min}
        max={max}
        isInvalid={wrong}
        aria-invalid={wrong}
        aria-describedby={`${id}-help`}
        value={value === 0 ? '' : value}
        onChange={(event) => {
          store.edit({ [field]: Math.floor(Number(event.currentTarget.value)) });
        }}
      />
      <p id={`${id}-help`} className={wrong ? 'hearth-error' : 'hearth-quiet'}>
        {wrong
          ? t('ui.option.invalid', { min: String(min), max: String(max) })
          : t(`ui.usage.${field}.help`)}
      </p>
    </div>
  );
}
