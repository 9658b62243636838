import SectionMessage from '@atlaskit/section-message';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type {
  BusyThread,
  ContendedLock,
  ThreadChange,
  ThreadReport,
} from '../../../shared/threads';
import { useLanguage } from '../../language';
import { visible } from '../tree-view';
import { Stacks } from './stacks';

const MOST_NAMES = 20;

/** What a thread dump says: who blocks whom, who works, and which threads do the same. */
export function ThreadsView({ report }: { readonly report: ThreadReport }) {
  const { t, format } = useLanguage();
  const [filter, setFilter] = useState('');
  return (
    <div className="hearth-stack">
      {report.deadlocks.length === 0 ? null : <Deadlocks deadlocks={report.deadlocks} />}
      {report.cut ? <p className="hearth-warn">{t('ui.review.threads.cut')}</p> : null}
      <dl className="hearth-facts">
        <div>
          <dt>{t('ui.review.threads.count')}</dt>
          <dd>{format.count(report.threads)}</dd>
        </div>
        {Object.entries(report.states).map(([state, count]) => (
          <div key={state}>
            <dt>{state}</dt>
            <dd>{format.count(count)}</dd>
          </div>
        ))}
      </dl>
      <p className="hearth-quiet">
        {[report.at, report.jvm]
          .flatMap((one) => (one === undefined ? [] : [visible(one)]))
          .join(' · ')}
      </p>
      <section>
        <h3>{t('ui.review.threads.locks')}</h3>
        {report.locks.length === 0 ? (
          <p>{t('ui.review.threads.locks.none')}</p>
        ) : (
          <Locks locks={report.locks} />
        )}
      </section>
      {report.change === undefined ? null : <Change change={report.change} />}
      <Busy busy={report.busy} change={report.change} />
      <section>
        <h3>{t('ui.review.threads.stacks')}</h3>
        <div className="hearth-review-search">
          <Textfield
            isCompact
            type="search"
            maxLength={200}
            aria-label={t('ui.review.threads.filter')}
            placeholder={t('ui.review.threads.filter')}
            value={filter}
            onChange={(event) => {
              setFilter(event.currentTarget.value);
            }}
          />
        </div>
        <Stacks stacks={report.stacks} filter={filter} empty={t('ui.review.threads.stacks.none')} />
      </section>
    </div>
  );
}

function Deadlocks({ deadlocks }: Pick<ThreadReport, 'deadlocks'>) {
  const { t } = useLanguage();
  return (
    <SectionMessage
      appearance="error"
      title={t('ui.review.threads.deadlock', { count: deadlocks.length })}
    >
      <ul className="hearth-fields">
        {deadlocks.map((circle) => (
          <li key={circle.join('\n')}>
            {[...circle, ...circle.slice(0, 1)].map(visible).join(' → ')}
          </li>
        ))}
      </ul>
      <p>{t('ui.review.threads.deadlock.body')}</p>
    </SectionMessage>
  );
}

function Locks({ locks }: { readonly locks: readonly ContendedLock[] }) {
  const { t, format } = useLanguage();
  return (
    <table className="hearth-table">
      <thead>
        <tr>
          <th scope="col">{t('ui.review.threads.lock')}</th>
          <th scope="col">{t('ui.review.threads.holder')}</th>
          <th scope="col">{t('ui.review.threads.waiting')}</th>
        </tr>
      </thead>
      <tbody>
        {locks.map(({ lock, kind, holder, waiting }) => (
          <tr key={lock}>
            <th scope="row">{visible(kind)}</th>
            <td>
              {holder === undefined ? t('ui.review.threads.holder.unknown') : visible(holder)}
            </td>
            <td>
              {format.count(waiting.length)}: <Names names={waiting} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Change({ change }: { readonly change: ThreadChange }) {
  const { t } = useLanguage();
  const { dumps, seconds, started, ended, stuck } = change;
  return (
    <section>
      <h3>{t('ui.review.threads.change', { dumps, seconds: Math.round(seconds) })}</h3>
      <p>
        {t('ui.review.threads.started', { count: started.length })} <Names names={started} />
      </p>
      <p>
        {t('ui.review.threads.ended', { count: ended.length })} <Names names={ended} />
      </p>
      <h4>{t('ui.review.threads.stuck')}</h4>
      <Stacks stacks={stuck} filter="" empty={t('ui.review.threads.stuck.none')} />
    </section>
  );
}

function Busy({
  busy,
  change,
}: Pick<ThreadReport, 'busy'> & { readonly change: ThreadChange | undefined }) {
  const { t } = useLanguage();
  return (
    <section>
      <h3>
        {change === undefined
          ? t('ui.review.threads.busy')
          : t('ui.review.threads.busy.between', { seconds: Math.round(change.seconds) })}
      </h3>
      {busy.length === 0 ? (
        <p>{t('ui.review.threads.busy.none')}</p>
      ) : (
        <table className="hearth-table">
          <thead>
            <tr>
              <th scope="col">{t('ui.review.threads.thread')}</th>
              <th scope="col">{t('ui.review.threads.cpu')}</th>
              <th scope="col">{t('ui.review.threads.share')}</th>
            </tr>
          </thead>
          <tbody>
            {busy.map((thread, index) => (
              // Threads of a pool may share a name.
              <BusyRow key={index} thread={thread} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function BusyRow({ thread }: { readonly thread: BusyThread }) {
  const { t } = useLanguage();
  const percent = Math.round(thread.share * 100);
  return (
    <tr>
      <th scope="row">{visible(thread.name)}</th>
      <td>{t('ui.review.threads.ms', { ms: Math.round(thread.cpuMs) })}</td>
      <td>
        <span className="hearth-share">
          <span aria-hidden="true" style={{ width: `${String(percent)}%` }} />
        </span>
        {t('ui.review.status.percent', { percent })}
      </td>
    </tr>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  const { t } = useLanguage();
  const more = names.length - MOST_NAMES;
  return (
    <>
      {names.slice(0, MOST_NAMES).map(visible).join(', ')}
      {more > 0 ? ` ${t('ui.review.threads.names.more', { count: more })}` : ''}
    </>
  );
}
