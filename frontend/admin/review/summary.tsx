import SectionMessage from '@atlaskit/section-message';
import type { ReactNode } from 'react';
import type { ManifestFacts, Opened } from '../../shared/review';
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
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

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
