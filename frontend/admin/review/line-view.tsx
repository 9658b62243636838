import type { TextLine } from '../../shared/review';
import { markClass } from '../hues';
import { useLanguage } from '../language';
import { levelOf, piecesOf } from './pseudonyms';

interface Props {
  readonly id: string;
  readonly line: TextLine;
  readonly number: number | undefined;
  readonly active: boolean;
  readonly selected: boolean;
  /** Taken out of the changed ZIP. */
  readonly gone: boolean;
  readonly query: string;
  readonly matchCase: boolean;
  readonly onChoose: (extend: boolean) => void;
}

/** One line: its number, the colour of its level, its pseudonyms and what is searched for. */
export function LineView(props: Props) {
  const { id, line, number, active, selected, gone, query, matchCase, onChoose } = props;
  const { format } = useLanguage();
  const level = levelOf(line.text);
  const looks = [
    ...(active ? ['hearth-review-active'] : []),
    ...(selected ? ['hearth-review-selected'] : []),
    ...(gone ? ['hearth-review-gone'] : []),
    ...(level === undefined ? [] : [`hearth-review-${level}`]),
  ];
  return (
    // The keyboard is handled by the list, which has the focus.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      aria-selected={active || selected}
      className={['hearth-review-line', ...looks].join(' ')}
      onClick={(event) => {
        onChoose(event.shiftKey);
      }}
    >
      <span className="hearth-review-number">
        {number === undefined ? '' : format.count(number)}
      </span>
      <span className="hearth-review-words">
        {piecesOf(line.text, query, matchCase).map((piece) => (
          <PieceView key={piece.at} {...piece} />
        ))}
      </span>
    </div>
  );
}

function PieceView({ text, kind, hit }: ReturnType<typeof piecesOf>[number]) {
  const { t } = useLanguage();
  const inner =
    kind === undefined ? (
      text
    ) : (
      <span
        className={markClass(kind)}
        title={t('ui.review.pseudonym', { kind: t(kindKey(kind)) })}
      >
        {text}
      </span>
    );
  return hit ? <mark className="hearth-review-hit">{inner}</mark> : <>{inner}</>;
}

const KEYS = {
  password: 'ui.review.kind.secret',
  user: 'ui.review.kind.user',
  'full-name': 'ui.review.kind.full-name',
  host: 'ui.review.kind.host',
  phone: 'ui.review.kind.phone',
  card: 'ui.review.kind.card',
  'ldap-dn': 'ui.review.kind.ldap-dn',
  project: 'ui.review.kind.project',
  ipv4: 'ui.review.kind.address',
  ipv6: 'ui.review.kind.address',
  own: 'ui.review.kind.own',
} as const;

function kindKey(kind: string): (typeof KEYS)[keyof typeof KEYS] {
  return kind in KEYS ? KEYS[kind as keyof typeof KEYS] : KEYS.own;
}
