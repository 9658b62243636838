import { useLanguage } from '../language';
import type { Day } from './contract';
import { filledDays } from './days';

/** Bars without axes; the words beside them say what a chart would show. */
export function Sparkline({
  values,
  label,
}: {
  readonly values: readonly number[];
  readonly label: string;
}) {
  const top = Math.max(1, ...values);
  const width = 4;
  return (
    <svg
      className="hearth-spark"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(values.length * width)} 24`}
      preserveAspectRatio="none"
    >
      {values.map((value, index) => {
        // Something is never drawn as nothing.
        const height = value === 0 ? 1 : Math.max(3, (value / top) * 24);
        return (
          <rect
            key={index}
            className={value === 0 ? 'hearth-spark-none' : 'hearth-spark-some'}
            x={index * width}
            y={24 - height}
            width={width - 1}
            height={height}
          />
        );
      })}
    </svg>
  );
}

const HEIGHT = 120;

/** Errors of each day with the users that had them: one scale, for users never outnumber errors. */
export function DaysChart({ days }: { readonly days: readonly Day[] }) {
  const { t, format } = useLanguage();
  const filled = filledDays(days);
  const top = Math.max(1, ...filled.map(({ count }) => count));
  const total = filled.reduce((sum, { count }) => sum + count, 0);
  const worst = filled.find(({ count }) => count === top);
  const width = 1000 / Math.max(14, filled.length);
  const bar = (value: number): number => (value === 0 ? 0 : Math.max(2, (value / top) * HEIGHT));
  const [first, last] = [filled[0], filled.at(-1)];
  if (first === undefined || last === undefined) {
    return <p className="hearth-quiet">{t('ui.errors.days.none')}</p>;
  }
  return (
    <figure className="hearth-days">
      <svg
        role="img"
        aria-label={t('ui.errors.days.words', {
          total,
          days: filled.length,
          top,
          day: format.day(worst?.day ?? last.day),
        })}
        viewBox={`0 0 1000 ${String(HEIGHT)}`}
        preserveAspectRatio="none"
      >
        {filled.map(({ day, count, users }, index) => (
          <g key={day}>
            <title>{t('ui.errors.days.day', { day: format.day(day), count, users })}</title>
            <rect
              className="hearth-days-count"
              x={index * width}
              y={HEIGHT - bar(count)}
              width={width * 0.85}
              height={bar(count)}
            />
            <rect
              className="hearth-days-users"
              x={index * width + width * 0.25}
              y={HEIGHT - bar(users)}
              width={width * 0.35}
              height={bar(users)}
            />
          </g>
        ))}
      </svg>
      <figcaption>
        <span className="hearth-quiet">
          {t('ui.errors.days.range', { from: format.day(first.day), to: format.day(last.day) })}
        </span>
        <span className="hearth-key hearth-key-count">{t('ui.errors.days.errors')}</span>
        <span className="hearth-key hearth-key-users">{t('ui.errors.days.users')}</span>
      </figcaption>
      <details className="hearth-fold">
        <summary>{t('ui.errors.days.table')}</summary>
        <table className="hearth-table hearth-table-narrow">
          <thead>
            <tr>
              <th scope="col">{t('ui.errors.days.date')}</th>
              <th scope="col" className="hearth-number">
                {t('ui.errors.days.errors')}
              </th>
              <th scope="col" className="hearth-number">
                {t('ui.errors.days.users')}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...days].reverse().map(({ day, count, users }) => (
              <tr key={day}>
                <td>{format.day(day)}</td>
                <td className="hearth-number">{format.count(count)}</td>
                <td className="hearth-number">{format.count(users)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
