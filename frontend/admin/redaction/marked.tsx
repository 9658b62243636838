import { useLanguage } from '../language';
import type { Finding, Kind, Rules } from './contract';
import { markClass } from '../hues';
import { segmentsOf } from './segments';

interface MarkedProps {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly side: 'after' | 'before';
  readonly rules: Rules;
}

/** A text with its findings in the colours of their kinds, as it is or as it will be. */
export function Marked({ text, findings, side, rules }: MarkedProps) {
  const { t } = useLanguage();
  return (
    <>
      {segmentsOf(text, findings).map((segment) =>
        segment.finding === undefined ? (
          <span key={segment.at}>{segment.before}</span>
        ) : (
          <mark
            key={`${String(segment.at)} found`}
            className={markClass(segment.finding.kind)}
            title={t('ui.mark.help', {
              kind: kindTitle(rules, segment.finding.kind),
              rule: ruleTitle(rules, segment.finding.rule, t),
            })}
          >
            {segment[side]}
          </mark>
        ),
      )}
    </>
  );
}

/** Which colour is which kind, and how often it was found. */
export function Legend({
  rules,
  counts,
}: {
  readonly rules: Rules;
  readonly counts: Readonly<Record<string, number>>;
}) {
  const { t, format } = useLanguage();
  const kinds = Object.entries(counts)
    .filter(([, times]) => times > 0)
    .sort(([a], [b]) => place(rules, a) - place(rules, b));
  if (kinds.length === 0) {
    return null;
  }
  return (
    <ul className="hearth-legend" aria-label={t('ui.mark.legend')}>
      {kinds.map(([kind, times]) => (
        <li key={kind}>
          <span className={markClass(kind)}>{kindTitle(rules, kind)}</span>{' '}
          <span className="hearth-quiet">{format.count(times)}</span>
        </li>
      ))}
    </ul>
  );
}

export function kindTitle(rules: Rules, id: string): string {
  return kindOf(rules, id)?.title ?? id;
}

export function ruleTitle(
  rules: Rules,
  id: string,
  t: ReturnType<typeof useLanguage>['t'],
): string {
  if (id === 'own-word') {
    return t('ui.own.rule.word');
  }
  if (id === 'own-pattern') {
    return t('ui.own.rule.pattern');
  }
  return rules.rules.find((rule) => rule.id === id)?.title ?? id;
}

export function countsOf(findings: readonly Finding[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind } of findings) {
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

function kindOf(rules: Rules, id: string): Kind | undefined {
  return rules.kinds.find((kind) => kind.id === id);
}

/** The worst kinds first, as the rules list them. */
function place(rules: Rules, id: string): number {
  const index = rules.kinds.findIndex((kind) => kind.id === id);
  return index < 0 ? rules.kinds.length : index;
}
