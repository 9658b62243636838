import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState, type ComponentProps } from 'react';
import type { Difference, Turn } from '../../../shared/comparison';
import { useLanguage } from '../../language';
import type { Shown } from './compare-store';
import { placeOf, remarkOf, titleOf, toldWords } from './words';

/** A person reads some tens of rows; a browser draws some hundreds at once. */
const FIRST_ROWS = 50;
const MORE_ROWS = 200;

export function SectionView({ shown }: { readonly shown: Shown }) {
  const { t } = useLanguage();
  const [most, setMost] = useState(FIRST_ROWS);
  const { section, rows } = shown;
  const hidden = rows.length - most;
  return (
    <section aria-labelledby={`hearth-compare-${section}`}>
      <h4 id={`hearth-compare-${section}`}>
        {t(`ui.compare.section.${section}`, { count: rows.length })}
      </h4>
      <ul className="hearth-compare-rows">
        {rows.slice(0, most).map((one, index) => (
          <Row key={index} one={one} />
        ))}
      </ul>
      {hidden <= 0 ? null : (
        <Button
          spacing="compact"
          onClick={() => {
            setMost(most + MORE_ROWS);
          }}
        >
          {t('ui.compare.more', { count: hidden })}
        </Button>
      )}
    </section>
  );
}

const LOOKS: Readonly<Record<Turn, ComponentProps<typeof Lozenge>['appearance']>> = {
  better: 'success',
  changed: 'inprogress',
  gone: 'default',
  less: 'success',
  more: 'moved',
  new: 'new',
  same: 'default',
  untold: 'default',
  worse: 'removed',
};

function Row({ one }: { readonly one: Difference }) {
  const language = useLanguage();
  const { t } = language;
  const remark = remarkOf(one);
  return (
    <li>
      <div className="hearth-compare-what">
        <code>{titleOf(one)}</code>
        {remark === '' ? null : <div>{remark}</div>}
        <div className="hearth-quiet">{placeOf(one)}</div>
      </div>
      <div className="hearth-compare-turn">
        <Lozenge {...look(one.turn)}>{t(`ui.compare.turn.${one.turn}`)}</Lozenge>
      </div>
      <dl className="hearth-compare-values">
        <div>
          <dt>{t('ui.compare.before')}</dt>
          <dd>{toldWords(one.before, language)}</dd>
        </div>
        <div>
          <dt>{t('ui.compare.after')}</dt>
          <dd>{toldWords(one.after, language)}</dd>
        </div>
      </dl>
    </li>
  );
}

function look(turn: Turn): Pick<ComponentProps<typeof Lozenge>, 'appearance'> {
  const appearance = LOOKS[turn];
  return appearance === undefined ? {} : { appearance };
}
