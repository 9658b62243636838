import SectionMessage from '@atlaskit/section-message';
import type { ChangeFacts, ManifestFacts, Opened } from '../../shared/review';
import { Fact } from '../fact';
import { useLanguage } from '../language';
import { total } from './tree';

/** What the ZIP is, and the result of the second search that stands in its manifest. */
export function Summary({ opened }: { readonly opened: Opened }) {
  const { t, format } = useLanguage();
  const { manifest } = opened;
  if (manifest === undefined) {
    return (
      <SectionMessage title={t('ui.review.foreign.title')}>
        {t('ui.review.foreign.body')}
      </SectionMessage>
    );
  }
  const left = manifest.entries.filter(({ state }) => state !== 'whole').length;
  return (
    <>
      <dl className="hearth-facts">
        <Fact name={t('ui.review.fact.product')}>{manifest.product}</Fact>
        {manifest.node === '' ? null : <Fact name={t('ui.review.fact.node')}>{manifest.node}</Fact>}
        <Fact name={t('ui.review.fact.made')}>{format.date(manifest.startedAt)}</Fact>
        <Fact name={t('ui.review.fact.size')}>{format.bytes(opened.size)}</Fact>
        <Fact name={t('ui.review.fact.entries')}>{format.count(opened.entries.length)}</Fact>
        <Fact name={t('ui.review.fact.replaced')}>{format.count(total(manifest.replaced))}</Fact>
        <Fact name={t('ui.review.fact.left')}>{format.count(left)}</Fact>
      </dl>
      <Check check={manifest.check} />
      {manifest.changes.map((change, order) => (
        <Changed key={String(order)} change={change} />
      ))}
    </>
  );
}

/** What a person changed before, with the search that was made of it. */
function Changed({ change }: { readonly change: ChangeFacts }) {
  const { t, format } = useLanguage();
  const { at, by, check } = change;
  return (
    <p className={check !== undefined && check.found > 0 ? 'hearth-warn' : ''}>
      {by === undefined
        ? t('ui.review.changed', { when: format.date(at), ...countsOf(change) })
        : t('ui.review.changed.by', { when: format.date(at), who: by, ...countsOf(change) })}
      {check === undefined || check.entries === 0 ? '' : ` ${t('ui.review.change.check', check)}`}
    </p>
  );
}

function countsOf({ removed, edited, added }: ChangeFacts): Counts {
  return { removed, edited, added };
}

type Counts = Readonly<Record<'added' | 'edited' | 'removed', number>>;

function Check({ check }: { readonly check: ManifestFacts['check'] | undefined }) {
  const { t } = useLanguage();
  if (check === undefined) {
    return <p className="hearth-warn">{t('ui.review.check.none')}</p>;
  }
  return check.found === 0 ? (
    <p>{t('ui.review.check.clean', { entries: check.entries })}</p>
  ) : (
    <SectionMessage appearance="warning" title={t('ui.review.check.found', check)}>
      {t('ui.review.check.body')}
    </SectionMessage>
  );
}
