import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { useLanguage } from '../language';
import { allows, optionValue, type Choice } from './choice';
import type { Item, ItemOption } from './contract';
import type { SupportZipPage } from './page-store';

interface Props {
  readonly item: Item;
  readonly page: SupportZipPage;
  readonly choice: Choice;
}

export function ItemOptions({ item, page, choice }: Props) {
  return (
    <div className="hearth-options" role="group" aria-label={item.title}>
      {item.options.map((option) => (
        <NumberOption key={option.id} item={item} option={option} page={page} choice={choice} />
      ))}
    </div>
  );
}

/** Keeps what is typed, also while it is no number yet; only a number that the option allows is chosen. */
function NumberOption({ item, option, page, choice }: Props & { readonly option: ItemOption }) {
  const { t, format } = useLanguage();
  const [typed, setTyped] = useState(String(optionValue(choice, item, option)));
  const id = `hearth-option-${item.id}-${option.id}`;
  const bad = !/^\d+$/.test(typed.trim()) || !allows(option, Number(typed));
  const range = {
    min: format.count(option.min),
    max: format.count(option.max),
  };
  return (
    <div className="hearth-option">
      <label htmlFor={id}>{option.title}</label>
      <Textfield
        id={id}
        type="text"
        inputMode="numeric"
        isCompact
        isInvalid={bad}
        width="xsmall"
        value={typed}
        aria-describedby={`${id}-help`}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setTyped(next);
          if (/^\d+$/.test(next.trim()) && allows(option, Number(next))) {
            page.chooseOption(item.id, option.id, Number(next));
          }
        }}
        onBlur={() => {
          if (bad) {
            setTyped(String(optionValue(choice, item, option)));
          }
        }}
      />
      <span id={`${id}-help`} className={bad ? 'hearth-warn' : 'hearth-quiet'}>
        {bad ? t('ui.option.invalid', range) : t('ui.option.range', range)}
      </span>
    </div>
  );
}
