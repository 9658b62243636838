import { useLanguage } from '../language';
import type { Count, IntakeCounts } from './contract';

const PARTS = ['filtered', 'notDelivered', 'refused'] as const;
const sum = (counts: readonly Count[]): number => counts.reduce((all, { count }) => all + count, 0);

/** What the browsers told that did not become an error of a group, as one quiet line. */
export function Intake({
  intake,
  nodes,
}: {
  readonly intake: IntakeCounts;
  readonly nodes: readonly string[];
}) {
  const { t, format } = useLanguage();
  return (
    <details className="hearth-fold hearth-intake">
      <summary>
        {t('ui.errors.intake', {
          filtered: sum(intake.filtered),
          lost: sum(intake.notDelivered) + sum(intake.refused),
        })}
      </summary>
      <div className="hearth-intake-parts">
        {PARTS.map((part) => (
          <section key={part} aria-labelledby={`hearth-intake-${part}`}>
            <h3 id={`hearth-intake-${part}`}>{t(`ui.errors.intake.${part}`)}</h3>
            {intake[part].length === 0 ? (
              <p className="hearth-quiet">{t('ui.errors.intake.none')}</p>
            ) : (
              <ul className="hearth-counts">
                {intake[part].map(({ name, count }, index) => (
                  <li key={index}>
                    <code>{name}</code> <span>{format.count(count)}</span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
      <p className="hearth-quiet">
        {t('ui.errors.nodes', { count: nodes.length, names: nodes.join(', ') })}
      </p>
    </details>
  );
}
