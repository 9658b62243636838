import type { Counts, EntryFacts, ManifestFacts } from '../../../shared/review';
import { useLanguage } from '../../language';
import { total } from '../tree';
import { visible } from '../tree-view';
import { JsonTree } from './json-tree';

const MOST_ROWS = 200;

/** What the manifest says that a reviewer asks for first; then all of it. */
export function ManifestView({
  manifest,
  value,
}: {
  readonly manifest: ManifestFacts;
  readonly value: unknown;
}) {
  const { t } = useLanguage();
  const { entries, replaced } = manifest;
  const left = entries.filter(({ state }) => state !== 'whole');
  return (
    <div className="hearth-stack">
      <section>
        <h3>{t('ui.review.manifest.left')}</h3>
        {left.length === 0 ? <p>{t('ui.review.manifest.left.none')}</p> : <Left entries={left} />}
      </section>
      <section>
        <h3>{t('ui.review.manifest.replaced')}</h3>
        {total(replaced) === 0 ? (
          <p>{t('ui.review.manifest.replaced.none')}</p>
        ) : (
          <>
            <Kinds counts={replaced} />
            <Most entries={entries} />
          </>
        )}
      </section>
      <section>
        <h3>{t('ui.review.manifest.all')}</h3>
        <JsonTree value={value} />
      </section>
    </div>
  );
}

function Left({ entries }: { readonly entries: readonly EntryFacts[] }) {
  const { t } = useLanguage();
  return (
    <table className="hearth-table">
      <thead>
        <tr>
          <th scope="col">{t('ui.review.manifest.entry')}</th>
          <th scope="col">{t('ui.review.manifest.why')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.slice(0, MOST_ROWS).map(({ name, state, text }, index) => (
          // Nothing keeps a hostile manifest from naming an entry twice.
          <tr key={index}>
            <th scope="row">{visible(name)}</th>
            <td>{text ?? t(state === 'cut' ? 'ui.review.mark.cut' : 'ui.review.mark.missing')}</td>
          </tr>
        ))}
        <More count={entries.length - MOST_ROWS} />
      </tbody>
    </table>
  );
}

function Kinds({ counts }: { readonly counts: Counts }) {
  const { t, format } = useLanguage();
  return (
    <table className="hearth-table">
      <thead>
        <tr>
          <th scope="col">{t('ui.review.manifest.kind')}</th>
          <th scope="col">{t('ui.review.manifest.count')}</th>
        </tr>
      </thead>
      <tbody>
        {descending(Object.entries(counts), ([, count]) => count).map(([kind, count]) => (
          <tr key={kind}>
            <th scope="row">{kind}</th>
            <td>{format.count(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const MOST_REDACTED = 20;

function Most({ entries }: { readonly entries: readonly EntryFacts[] }) {
  const { t, format } = useLanguage();
  const most = descending(
    entries.filter(({ redactions }) => total(redactions) > 0),
    ({ redactions }) => total(redactions),
  );
  return most.length === 0 ? null : (
    <table className="hearth-table">
      <thead>
        <tr>
          <th scope="col">{t('ui.review.manifest.entry')}</th>
          <th scope="col">{t('ui.review.manifest.count')}</th>
        </tr>
      </thead>
      <tbody>
        {most.slice(0, MOST_REDACTED).map(({ name, redactions }, index) => (
          <tr key={index}>
            <th scope="row">{visible(name)}</th>
            <td>{format.count(total(redactions))}</td>
          </tr>
        ))}
        <More count={most.length - MOST_REDACTED} />
      </tbody>
    </table>
  );
}

function More({ count }: { readonly count: number }) {
  const { t } = useLanguage();
  return count <= 0 ? null : (
    <tr>
      <td colSpan={2}>{t('ui.review.manifest.more', { count })}</td>
    </tr>
  );
}

function descending<T>(rows: readonly T[], by: (row: T) => number): readonly T[] {
  return [...rows].sort((a, b) => by(b) - by(a));
}
