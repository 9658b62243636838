import { Radio } from '@atlaskit/radio';
import { useLanguage } from '../language';
import { totalsOf, withPreset, type Choice } from './choice';
import type { Choosing } from './page-state';
import type { SupportZipPage } from './page-store';

interface Props {
  readonly page: SupportZipPage;
  readonly state: Choosing;
}

const PRESETS = ['quick', 'full', 'custom'] as const;

export function Presets({ page, state }: Props) {
  const { t } = useLanguage();
  return (
    <fieldset className="hearth-section">
      <legend className="hearth-heading">{t('ui.preset.heading')}</legend>
      <div className="hearth-cards">
        {PRESETS.map((preset) => (
          <Card key={preset} preset={preset} page={page} state={state} />
        ))}
      </div>
    </fieldset>
  );
}

function Card({ preset, page, state }: Props & { readonly preset: Choice['preset'] }) {
  const { t, format } = useLanguage();
  const totals = totalsOf(withPreset(state.choice, state.catalogue, preset), state.catalogue);
  const help = `hearth-preset-${preset}`;
  const title =
    preset === 'custom'
      ? t('ui.preset.custom.title')
      : state.catalogue.presets.find((one) => one.id === preset)?.title;
  const chosen = state.choice.preset === preset;
  return (
    <div className={chosen ? 'hearth-card hearth-card-chosen' : 'hearth-card'}>
      <Radio
        name="preset"
        value={preset}
        label={title}
        isChecked={chosen}
        aria-describedby={help}
        onChange={() => {
          page.choosePreset(preset);
        }}
      />
      <div id={help} className="hearth-card-words">
        <span>{t(`ui.preset.${preset}.body`)}</span>
        {preset === 'custom' && !chosen ? null : (
          <span className="hearth-quiet">
            {t('ui.preset.size', { items: totals.items, size: format.bytes(totals.zipBytes) })}
          </span>
        )}
      </div>
    </div>
  );
}
