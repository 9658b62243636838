import Checkbox from '@atlaskit/checkbox';
import Lozenge from '@atlaskit/lozenge';
import { useLanguage } from '../language';
import type { Item, Reveals } from './contract';
import { ItemOptions } from './item-options';
import type { Choosing } from './page-state';
import type { SupportZipPage } from './page-store';

interface Props {
  readonly page: SupportZipPage;
  readonly state: Choosing;
}

export function Items({ page, state }: Props) {
  const { t } = useLanguage();
  return (
    <fieldset className="hearth-section">
      <legend className="hearth-heading">{t('ui.items.heading')}</legend>
      <ul className="hearth-items">
        {state.catalogue.items.map((item) => (
          <ItemRow key={item.id} item={item} page={page} state={state} />
        ))}
      </ul>
    </fieldset>
  );
}

function ItemRow({ item, page, state }: Props & { readonly item: Item }) {
  const chosen = item.available && state.choice.items.includes(item.id);
  const help = `hearth-item-${item.id}`;
  return (
    <li className={item.available ? 'hearth-item' : 'hearth-item hearth-item-off'}>
      <div className="hearth-item-check">
        <Checkbox
          label={item.title}
          isChecked={chosen}
          isDisabled={!item.available}
          aria-describedby={help}
          onChange={(event) => {
            page.chooseItem(item.id, event.currentTarget.checked);
          }}
        />
      </div>
      <ItemSize item={item} />
      <div className="hearth-item-words">
        <div id={help}>
          <p>{item.description}</p>
          {item.warnings.map((warning) => (
            <p key={warning.code} className="hearth-warn">
              {warning.text}
            </p>
          ))}
        </div>
        <Marks item={item} />
        {chosen && item.options.length > 0 ? (
          <ItemOptions item={item} page={page} choice={state.choice} />
        ) : null}
      </div>
    </li>
  );
}

function ItemSize({ item }: { readonly item: Item }) {
  const { t, format } = useLanguage();
  const words = (): string => {
    if (!item.available) {
      return t('ui.items.unavailable');
    }
    if (item.files > 0) {
      return t('ui.items.files', { files: item.files, size: format.bytes(item.bytes) });
    }
    return t('ui.items.made');
  };
  return <span className="hearth-item-size">{words()}</span>;
}

const LOOKS = {
  secrets: 'removed',
  people: 'moved',
  network: 'inprogress',
  content: 'new',
} as const satisfies Record<Reveals, string>;

function Marks({ item }: { readonly item: Item }) {
  const { t } = useLanguage();
  if (item.reveals.length === 0 && item.cost !== 'pause') {
    return null;
  }
  return (
    <div className="hearth-marks">
      {item.reveals.length === 0 ? null : (
        <span className="hearth-quiet">{t('ui.items.reveals')}</span>
      )}
      {item.reveals.map((kind) => (
        <span key={kind} title={t(`ui.reveals.${kind}.help`)}>
          <Lozenge appearance={LOOKS[kind]}>{t(`ui.reveals.${kind}`)}</Lozenge>
        </span>
      ))}
      {item.cost === 'pause' ? <Lozenge appearance="moved">{t('ui.cost.pause')}</Lozenge> : null}
    </div>
  );
}
