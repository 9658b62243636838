import Button from '@atlaskit/button/new';
import type { Added, Tally } from '../../../shared/review-changes';
import { useLanguage } from '../../language';
import { total } from '../tree';
import { visible } from '../tree-view';
import type { Changes } from './changes-store';
import type { Change, Item } from './items';

interface Props {
  readonly item: Item;
  readonly changes: Changes;
  readonly busy: boolean;
}

/** One change, which can be undone and done again. */
export function ItemView({ item: { id, undone, change }, changes, busy }: Props) {
  const { t } = useLanguage();
  const words = useWords(change);
  const label = undone ? t('ui.review.change.redo') : t('ui.review.change.undo');
  return (
    <li className="hearth-review-change">
      <div>
        <span className={undone ? 'hearth-review-missing' : ''}>{words}</span>
        {change.kind === 'entries' && change.follows ? (
          <p className="hearth-quiet">{t('ui.review.change.follows')}</p>
        ) : null}
        {change.kind === 'added' ? <AddedFacts added={change.added} /> : null}
      </div>
      <Button
        spacing="compact"
        isDisabled={busy}
        aria-label={`${label}: ${words}`}
        onClick={() => {
          changes.toggle(id);
        }}
      >
        {label}
      </Button>
    </li>
  );
}

const NAMED = 3;

function useWords(change: Change): string {
  const { t, format } = useLanguage();
  switch (change.kind) {
    case 'added':
      return t('ui.review.change.item.added', {
        name: visible(change.added.name),
        size: format.bytes(change.added.size),
      });
    case 'entries': {
      const { names } = change;
      return t('ui.review.change.item.entries', {
        count: names.length,
        names: names.slice(0, NAMED).map(visible).join(', ') + (names.length > NAMED ? ' …' : ''),
      });
    }
    case 'lines':
      return t(
        change.first === undefined || change.last === undefined
          ? 'ui.review.change.item.someLines'
          : 'ui.review.change.item.lines',
        { name: visible(change.name), first: change.first ?? 0, last: change.last ?? 0 },
      );
    case 'word':
      return t('ui.review.change.item.word', {
        word: visible(change.word.text),
        count: change.counts.reduce((sum, { count }) => sum + count, 0),
        entries: change.counts.length,
      });
  }
}

function AddedFacts({ added: { kind, takenOut, found } }: { readonly added: Added }) {
  const { t } = useLanguage();
  const kinds = useKinds(found);
  const out = useTakenOut(takenOut);
  return (
    <>
      {kind === 'image' ? <p className="hearth-warn">{t('ui.review.change.image')}</p> : null}
      {kind === 'har' ? <p>{t('ui.review.change.har', { kinds: out })}</p> : null}
      {total(found) === 0 ? null : (
        <p className="hearth-warn">{t('ui.review.change.found', { count: total(found), kinds })}</p>
      )}
    </>
  );
}

const KINDS = ['address', 'mail', 'password', 'private-key', 'session', 'token'] as const;

export function useKinds(found: Tally): string {
  const { t } = useLanguage();
  return KINDS.filter((kind) => (found[kind] ?? 0) > 0)
    .map((kind) => t(`ui.review.change.kind.${kind}`, { count: found[kind] ?? 0 }))
    .join(', ');
}

const OUT = [
  ...(['cookie', 'authorization', 'field', 'secret'] as const),
  ...(['body', 'content', 'address', 'other'] as const),
];

function useTakenOut(takenOut: Tally): string {
  const { t } = useLanguage();
  const parts = OUT.filter((kind) => (takenOut[kind] ?? 0) > 0).map((kind) =>
    t(`ui.review.change.har.${kind}`, { count: takenOut[kind] ?? 0 }),
  );
  return parts.length === 0 ? t('ui.review.change.har.nothing') : parts.join(', ');
}
