import { useEffect } from 'react';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import { Sparkline } from './charts';
import type { AppErrors, TimelineEvent } from './contract';
import { useAppName } from './look';
import type { TimelineStore } from './timeline-store';

interface Props {
  readonly timeline: TimelineStore;
  /** Shows the groups of one app. */
  readonly onApp: (key: string) => void;
}

export function AppsPanel({ timeline, onApp }: Props) {
  const { t } = useLanguage();
  const state = useStore(timeline.state);
  useEffect(() => {
    void timeline.load();
  }, [timeline]);
  if (state.phase === 'loading') {
    return <Loading words={t('ui.errors.apps.loading')} />;
  }
  if (state.phase === 'failed') {
    return <ProblemMessage notice={state.problem} onRetry={() => void timeline.load()} focus />;
  }
  const { apps, events, days } = state.timeline;
  return (
    <div className="hearth-stack hearth-errors">
      <section aria-labelledby="hearth-apps">
        <h2 id="hearth-apps" className="hearth-heading">
          {t('ui.errors.apps.heading', { days })}
        </h2>
        {apps.length === 0 ? (
          <p className="hearth-quiet">{t('ui.errors.apps.none')}</p>
        ) : (
          <AppTable apps={apps} onApp={onApp} />
        )}
      </section>
      <section aria-labelledby="hearth-events">
        <h2 id="hearth-events" className="hearth-heading">
          {t('ui.errors.events.heading')}
        </h2>
        <Events events={events} />
      </section>
    </div>
  );
}

function AppTable({ apps, onApp }: Pick<Props, 'onApp'> & { readonly apps: readonly AppErrors[] }) {
  const { t, format } = useLanguage();
  const name = useAppName();
  return (
    <table className="hearth-table hearth-apps">
      <thead>
        <tr>
          <th scope="col">{t('ui.errors.column.app')}</th>
          <th scope="col">{t('ui.errors.apps.days')}</th>
          <th scope="col" className="hearth-number">
            {t('ui.errors.column.total')}
          </th>
          <th scope="col" className="hearth-number">
            {t('ui.errors.apps.open')}
          </th>
          <th scope="col">{t('ui.errors.apps.update')}</th>
        </tr>
      </thead>
      <tbody>
        {apps.map((one, index) => (
          <tr key={index}>
            <td>
              {one.app.key === '' ? (
                name(one.app)
              ) : (
                <a
                  href="#/list"
                  onClick={() => {
                    onApp(one.app.key);
                  }}
                >
                  {name(one.app)}
                </a>
              )}
            </td>
            <td>
              <Sparkline
                values={one.days}
                label={t('ui.errors.apps.spark', {
                  total: one.total,
                  days: one.days.length,
                  top: Math.max(0, ...one.days),
                })}
              />
            </td>
            <td className="hearth-number" data-label={t('ui.errors.column.total')}>
              {format.count(one.total)}
            </td>
            <td className="hearth-number" data-label={t('ui.errors.apps.open')}>
              {format.count(one.openGroups)}
            </td>
            <td>
              <Update update={one.update} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Update({ update }: { readonly update: AppErrors['update'] }) {
  const { t, format } = useLanguage();
  if (update === undefined) {
    return <span className="hearth-quiet">{t('ui.errors.apps.update.none')}</span>;
  }
  const worse = update.after > update.before * 2 && update.after - update.before >= 10;
  return (
    <>
      <span>
        {t('ui.errors.apps.update.to', {
          from: update.from,
          to: update.to,
          date: format.date(update.time),
        })}
      </span>{' '}
      <span className={worse ? 'hearth-warn' : 'hearth-quiet'}>
        {t('ui.errors.apps.update.change', {
          before: update.before,
          after: update.after,
          groups: update.newGroups,
        })}
      </span>
    </>
  );
}

function Events({ events }: { readonly events: readonly TimelineEvent[] }) {
  const { t, format } = useLanguage();
  const name = useAppName();
  if (events.length === 0) {
    return <p className="hearth-quiet">{t('ui.errors.events.none')}</p>;
  }
  return (
    <ol className="hearth-events">
      {events.map(({ time, kind, app, from = '', to = '' }, index) => (
        <li key={index}>
          <time dateTime={time}>{format.date(time)}</time>
          <span>
            {t(`ui.errors.event.${kind}`, { app: app === undefined ? '' : name(app), from, to })}
          </span>
        </li>
      ))}
    </ol>
  );
}
