import Button from '@atlaskit/button/new';
import { Checkbox } from '@atlaskit/checkbox';
import Textfield from '@atlaskit/textfield';
import type { Comparison, Side } from '../../../shared/comparison';
import { useLanguage } from '../../language';
import { saveFile } from '../../save-file';
import { useFocus } from '../../use-focus';
import { useStore } from '../../use-store';
import { visible } from '../tree-view';
import { countOf, sectionsOf, type Compare } from './compare-store';
import { jsonOf, textOf, type Names } from './export';
import { Gaps } from './gaps';
import { SectionView } from './section';
import { sideWords } from './words';

interface Props {
  readonly compare: Compare;
  readonly comparison: Comparison;
  /** Of the other ZIP. */
  readonly name: string;
}

/** What differs, in order of interest. */
export function Result({ compare, comparison, name }: Props) {
  const { t } = useLanguage();
  const { filter, shown } = useStore(compare.state);
  const place = useFocus<HTMLDivElement>();
  const names: Names = comparison.openFirst
    ? { before: compare.open.name, after: name }
    : { before: name, after: compare.open.name };
  const sections = sectionsOf(comparison, filter, shown);
  return (
    <div ref={place} tabIndex={-1} className="hearth-compare-result">
      <div className="hearth-compare-sides">
        <SideView heading={t('ui.compare.before')} name={names.before} side={comparison.before} />
        <SideView heading={t('ui.compare.after')} name={names.after} side={comparison.after} />
      </div>
      <Actions compare={compare} comparison={comparison} names={names} />
      <Gaps notCompared={comparison.notCompared} />
      <Tools compare={compare} comparison={comparison} />
      {comparison.leftOut === 0 ? null : (
        <p className="hearth-warn">{t('ui.compare.leftOut', { count: comparison.leftOut })}</p>
      )}
      {sections.length === 0 ? (
        <p role="status">{t(filter === '' ? 'ui.compare.nothing' : 'ui.compare.noFit')}</p>
      ) : (
        // What is longer than the window is scrolled, by the keyboard too.
        <div
          className="hearth-compare-sections"
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="region"
          aria-label={t('ui.compare.differences')}
        >
          {sections.map((one) => (
            <SectionView key={one.section} shown={one} />
          ))}
        </div>
      )}
    </div>
  );
}

interface SideProps {
  readonly heading: string;
  readonly name: string;
  readonly side: Side;
}

function SideView({ heading, name, side }: SideProps) {
  const language = useLanguage();
  return (
    <div>
      <h4>{heading}</h4>
      <div>{visible(name)}</div>
      <div className="hearth-quiet">{sideWords(side, language).join(' · ')}</div>
    </div>
  );
}

function Actions({ compare, comparison, names }: Omit<Props, 'name'> & { readonly names: Names }) {
  const language = useLanguage();
  const { t } = language;
  return (
    <div className="hearth-review-actions">
      <Button spacing="compact" onClick={() => void compare.swap()}>
        {t('ui.compare.swap')}
      </Button>
      <Button
        spacing="compact"
        onClick={() => {
          saveFile('hearth-comparison.txt', new Blob([textOf(comparison, names, language)]));
        }}
      >
        {t('ui.compare.save.text')}
      </Button>
      <Button
        spacing="compact"
        onClick={() => {
          saveFile('hearth-comparison.json', new Blob([jsonOf(comparison, names)]));
        }}
      >
        {t('ui.compare.save.json')}
      </Button>
      <Button
        spacing="compact"
        appearance="subtle"
        onClick={() => {
          compare.again();
        }}
      >
        {t('ui.compare.another')}
      </Button>
    </div>
  );
}

function Tools({ compare, comparison }: Omit<Props, 'name'>) {
  const { t } = useLanguage();
  const { filter, shown } = useStore(compare.state);
  return (
    <div className="hearth-compare-tools" role="group" aria-label={t('ui.compare.tools')}>
      <div className="hearth-review-search">
        <Textfield
          type="search"
          isCompact
          aria-label={t('ui.compare.filter')}
          placeholder={t('ui.compare.filter')}
          value={filter}
          onChange={(event) => {
            compare.narrow(event.currentTarget.value);
          }}
        />
      </div>
      {(['untold', 'same'] as const).map((turn) => (
        <Checkbox
          key={turn}
          isChecked={shown.has(turn)}
          label={t(`ui.compare.${turn}`, { count: countOf(comparison, turn) })}
          onChange={(event) => {
            compare.show(turn, event.currentTarget.checked);
          }}
        />
      ))}
    </div>
  );
}
