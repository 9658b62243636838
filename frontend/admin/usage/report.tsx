import Button, { LinkButton } from '@atlaskit/button/new';
import { Sparkline } from '../errors/charts';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { OUTCOMES, type Report, type Row } from './contract';
import type { Ready, UsageStore } from './usage-store';
import { byDay, byWeek, totalOf, weeksOf, type Week } from './weeks';

interface Props {
  readonly store: UsageStore;
  readonly state: Ready;
}

const PERIODS = [28, 84, 180] as const;

/** How often features were used, by how many, and how that develops. */
export function ReportPanel({ store, state }: Props) {
  const { t } = useLanguage();
  const { report, days } = state;
  return (
    <div className="hearth-stack">
      <div className="hearth-usage-tools">
        <div className="hearth-buttons" role="group" aria-label={t('ui.usage.period')}>
          {PERIODS.map((one) => (
            <Button key={one} isSelected={one === days} onClick={() => void store.period(one)}>
              {t('ui.usage.period.days', { days: one })}
            </Button>
          ))}
        </div>
        <div className="hearth-buttons">
          <LinkButton href={store.exportUrl('csv', days)}>{t('ui.usage.export.csv')}</LinkButton>
          <LinkButton href={store.exportUrl('json', days)}>{t('ui.usage.export.json')}</LinkButton>
        </div>
      </div>
      {report === undefined ? (
        <Loading words={t('ui.usage.loading')} />
      ) : (
        <Numbers report={report} />
      )}
    </div>
  );
}

function Numbers({ report }: { readonly report: Report }) {
  const { t } = useLanguage();
  if (report.features.length === 0) {
    return (
      <section className="hearth-field">
        <h2 className="hearth-heading">{t('ui.usage.none.heading')}</h2>
        <p>{t('ui.usage.none', { threshold: report.threshold })}</p>
      </section>
    );
  }
  const weeks = weeksOf(report);
  return (
    <>
      <p className="hearth-quiet">{t('ui.usage.rule', { threshold: report.threshold })}</p>
      {report.noise === 'none' ? null : (
        <p className="hearth-quiet">{t('ui.usage.noisy', { epsilon: report.noise })}</p>
      )}
      <Chart report={report} />
      <Features report={report} weeks={weeks} />
      <Weeks report={report} weeks={weeks} />
    </>
  );
}

const HEIGHT = 120;

function Chart({ report }: { readonly report: Report }) {
  const { t, format } = useLanguage();
  const days = byDay(report);
  const top = Math.max(1, ...days.map(({ count }) => count));
  const busiest = days.find(({ count }) => count === top);
  const width = 1000 / days.length;
  return (
    <figure className="hearth-days">
      <svg
        role="img"
        aria-label={t('ui.usage.chart', {
          total: totalOf(days),
          days: days.length,
          top,
          day: format.day(busiest?.day ?? report.to),
        })}
        viewBox={`0 0 1000 ${String(HEIGHT)}`}
        preserveAspectRatio="none"
      >
        {days.map(({ day, count }, index) => {
          const height = count === 0 ? 0 : Math.max(2, (count / top) * HEIGHT);
          return (
            <rect
              key={day}
              className="hearth-days-count"
              x={index * width}
              y={HEIGHT - height}
              width={width * 0.85}
              height={height}
            >
              <title>{t('ui.usage.chart.day', { day: format.day(day), count })}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption className="hearth-quiet">
        {t('ui.usage.range', { from: format.day(report.from), to: format.day(report.to) })}
      </figcaption>
    </figure>
  );
}

interface TableProps {
  readonly report: Report;
  readonly weeks: readonly Week[];
}

function Features({ report, weeks }: TableProps) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="hearth-usage-numbers" className="hearth-field">
      <h2 id="hearth-usage-numbers" className="hearth-heading">
        {t('ui.usage.features')}
      </h2>
      <Scrolling label={t('ui.usage.features')}>
        <table className="hearth-table">
          <thead>
            <tr>
              <th scope="col">{t('ui.usage.feature')}</th>
              <th scope="col">{t('ui.usage.trend')}</th>
              {(['count', 'people', 'outcome', 'p50', 'p90'] as const).map((one) => (
                <th key={one} scope="col" className="hearth-number">
                  {t(`ui.usage.column.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.features.map((row) => (
              <FeatureRow key={`${row.app.key}:${row.key}`} row={row} weeks={weeks} />
            ))}
          </tbody>
        </table>
      </Scrolling>
    </section>
  );
}

function FeatureRow({ row, weeks }: { readonly row: Row; readonly weeks: readonly Week[] }) {
  const { t, format } = useLanguage();
  const people = Math.max(0, ...row.days.map((one) => one.people ?? 0));
  return (
    <tr>
      <th scope="row">
        <Name row={row} />
      </th>
      <td>
        <Sparkline
          values={byWeek(row.days, weeks)}
          label={t('ui.usage.trend.words', { weeks: weeks.length })}
        />
      </td>
      <td className="hearth-number">{format.count(totalOf(row.days))}</td>
      <td className="hearth-number">
        {people === 0 ? t('ui.usage.untold') : t('ui.usage.at-least', { count: people })}
      </td>
      <td className="hearth-number">
        <WentWell row={row} />
      </td>
      <td className="hearth-number">
        <Took milliseconds={row.p50} />
      </td>
      <td className="hearth-number">
        <Took milliseconds={row.p90} />
      </td>
    </tr>
  );
}

function Name({ row }: { readonly row: Row }) {
  return (
    <>
      <span className="hearth-usage-name">
        {row.description === '' ? row.key : row.description}
      </span>
      <span className="hearth-quiet hearth-usage-app">{row.app.name}</span>
    </>
  );
}

/** The share that went well, of the days that tell how it went. */
function WentWell({ row }: { readonly row: Row }) {
  const { t } = useLanguage();
  const sum = (name: (typeof OUTCOMES)[number]): number =>
    row.days.reduce((all, day) => all + (day[name] ?? 0), 0);
  const all = OUTCOMES.reduce((total, name) => total + sum(name), 0);
  return <>{all === 0 ? t('ui.usage.untold') : t('ui.usage.share', { share: sum('ok') / all })}</>;
}

/** Above the bound of the last step but one, nothing more is known. */
const LONGEST = 65_536;

function Took({ milliseconds }: { readonly milliseconds: number | undefined }) {
  const { t, format } = useLanguage();
  if (milliseconds === undefined) {
    return <>{t('ui.usage.untold')}</>;
  }
  return milliseconds > LONGEST ? (
    <>{t('ui.usage.longer', { time: format.duration(LONGEST) })}</>
  ) : (
    <>{t('ui.usage.within', { time: format.duration(milliseconds) })}</>
  );
}

function Weeks({ report, weeks }: TableProps) {
  const { t, format } = useLanguage();
  return (
    <section aria-labelledby="hearth-usage-weeks" className="hearth-field">
      <h2 id="hearth-usage-weeks" className="hearth-heading">
        {t('ui.usage.weeks')}
      </h2>
      <p className="hearth-quiet">{t('ui.usage.weeks.help')}</p>
      <Scrolling label={t('ui.usage.weeks')}>
        <table className="hearth-table">
          <thead>
            <tr>
              <th scope="col">{t('ui.usage.feature')}</th>
              {weeks.map(({ from }) => (
                <th key={from} scope="col" className="hearth-number">
                  {format.day(from)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.features.map((row) => (
              <tr key={`${row.app.key}:${row.key}`}>
                <th scope="row">
                  <Name row={row} />
                </th>
                {byWeek(row.days, weeks).map((count, index) => (
                  <td key={weeks[index]?.from} className="hearth-number">
                    {count === 0 ? t('ui.usage.untold') : format.count(count)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </section>
  );
}

function Scrolling({
  label,
  children,
}: {
  readonly label: string;
  readonly children: React.ReactNode;
}) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls
    <div className="hearth-usage-scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
