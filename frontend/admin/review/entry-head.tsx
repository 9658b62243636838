import { useLanguage } from '../language';
import type { Node } from './tree';
import { total } from './tree';
import { visible } from './tree-view';

/** The entry's name, and what its ZIP and its manifest say of it. */
export function EntryHead({ node }: { readonly node: Node }) {
  const { t, format } = useLanguage();
  const { entry, facts } = node;
  const leaks = Object.entries(facts?.leaks ?? {});
  const replaced = total(facts?.redactions);
  return (
    <div className="hearth-review-entry">
      <h3 className="hearth-heading">{visible(entry?.name ?? node.name)}</h3>
      <p className="hearth-quiet">
        {[
          format.bytes(node.size),
          ...(entry === undefined ? [] : [format.date(new Date(entry.modified).toISOString())]),
          ...(facts?.source === undefined ? [] : [facts.source]),
          ...(replaced === 0 ? [] : [t('ui.review.entry.replaced', { count: replaced })]),
        ].join(' · ')}
      </p>
      {entry?.faults.map((fault) => (
        <p key={fault} className="hearth-error">
          {t(`ui.review.fault.entry.${fault}`)}
        </p>
      ))}
      {facts?.text === undefined ? null : <p className="hearth-warn">{facts.text}</p>}
      {leaks.length === 0 ? null : (
        <p className="hearth-warn">
          {t('ui.review.entry.leaks', {
            count: total(facts?.leaks),
            kinds: leaks.map(([kind, times]) => `${kind} (${format.count(times)})`).join(', '),
          })}
        </p>
      )}
    </div>
  );
}
