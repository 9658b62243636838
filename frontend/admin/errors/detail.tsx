import { LinkButton } from '@atlaskit/button/new';
import { Fact } from '../fact';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { ProblemMessage } from '../problems';
import { useFocus } from '../use-focus';
import { useStore } from '../use-store';
import type { Actions } from './actions-store';
import { DaysChart } from './charts';
import type { Count, Group, TimelineEvent } from './contract';
import { changeBefore } from './days';
import type { Detail, Opened } from './detail-store';
import { GroupActions } from './group-actions';
import { headline, StateMark, StateWords, useAppName } from './look';
import { NotesAndParts } from './notes';
import { hashOf } from './route';
import { SampleView } from './sample';

interface Props {
  readonly detail: Detail;
  readonly actions: Actions;
  /** Leads elsewhere when the group is gone: to the list, or to what it was merged into. */
  readonly onGone: (merged: string | undefined) => void;
  readonly onRetry: () => void;
}

export function DetailPanel({ detail, actions, onGone, onRetry }: Props) {
  const { t } = useLanguage();
  const state = useStore(detail.state);
  const { problem } = useStore(actions.state);
  return (
    <div className="hearth-stack hearth-errors">
      <p>
        <a href={hashOf({ at: 'tab', tab: 'list' })}>← {t('ui.errors.back')}</a>
      </p>
      {state.phase === 'loading' ? <Loading words={t('ui.errors.loading.group')} /> : null}
      {state.phase === 'gone' ? (
        <ProblemMessage notice={{ kind: 'missing', detail: '' }} focus />
      ) : null}
      {state.phase === 'unavailable' ? (
        <ProblemMessage notice={state.problem} onRetry={onRetry} focus />
      ) : null}
      {problem === undefined ? null : <ProblemMessage notice={problem} focus />}
      {state.phase === 'ready' ? (
        <Shown detail={detail} actions={actions} state={state} onGone={onGone} />
      ) : null}
    </div>
  );
}

function Shown({
  detail,
  actions,
  state,
  onGone,
}: Omit<Props, 'onRetry'> & { readonly state: Opened }) {
  const { t } = useLanguage();
  const { group } = state;
  return (
    <>
      {state.problem === undefined ? null : <ProblemMessage notice={state.problem} focus />}
      <Header group={group} detail={detail} />
      <div className="hearth-detail-actions">
        <GroupActions
          actions={actions}
          ids={[group.id]}
          statuses={[group.state.status]}
          release={group.release}
          onGone={onGone}
        />
        <LinkButton href={detail.handoverUrl(group)} download>
          {t('ui.errors.handover')}
        </LinkButton>
      </div>
      <div className="hearth-detail">
        <div className="hearth-stack hearth-detail-main">
          <SampleView detail={detail} state={state} />
        </div>
        <div className="hearth-stack hearth-detail-side">
          <section aria-labelledby="hearth-days">
            <h3 id="hearth-days" className="hearth-heading">
              {t('ui.errors.days')}
            </h3>
            <DaysChart days={group.days} />
          </section>
          <Distributions group={group} />
          <NotesAndParts detail={detail} state={state} />
        </div>
      </div>
    </>
  );
}

function Header({ group, detail }: { readonly group: Group; readonly detail: Detail }) {
  const { t, format } = useLanguage();
  const events = useStore(detail.events);
  const name = useAppName();
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <div className="hearth-group-header">
      <h2 ref={heading} tabIndex={-1}>
        {headline(group)}
      </h2>
      <p className="hearth-quiet">
        <code>{group.culprit}</code>
      </p>
      <p className="hearth-marks">
        <StateMark status={group.state.status} />
        <StateWords state={group.state} />
      </p>
      <dl className="hearth-facts">
        <Fact name={t('ui.errors.fact.app')}>{name(group.app)}</Fact>
        <Fact name={t('ui.errors.fact.total')}>{format.count(group.total)}</Fact>
        <Fact name={t('ui.errors.fact.users')}>{format.count(group.usersToday)}</Fact>
        <Fact name={t('ui.errors.fact.first')}>{format.date(group.firstSeen)}</Fact>
        <Fact name={t('ui.errors.fact.last')}>{format.date(group.lastSeen)}</Fact>
        {group.release === '' ? null : (
          <Fact name={t('ui.errors.fact.release')}>{group.release}</Fact>
        )}
      </dl>
      <After group={group} events={events} />
    </div>
  );
}

/** What changed shortly before, which is often the cause. */
function After({
  group,
  events,
}: {
  readonly group: Group;
  readonly events: readonly TimelineEvent[];
}) {
  const { t } = useLanguage();
  const name = useAppName();
  const cause = changeBefore(group, events);
  if (cause === undefined || cause.event.kind === 'app-removed') {
    return null;
  }
  const { kind, app, to = '' } = cause.event;
  return (
    <p className="hearth-after">
      {t('ui.errors.after', {
        minutes: cause.minutes,
        what: t(`ui.errors.after.${kind}`, { app: app === undefined ? '' : name(app), to }),
      })}
    </p>
  );
}

const PARTS = ['browsers', 'systems', 'appReleases', 'productReleases', 'features'] as const;

function Distributions({ group }: { readonly group: Group }) {
  const { t } = useLanguage();
  return (
    <div className="hearth-distributions">
      {PARTS.filter((part) => group[part].length > 0).map((part) => (
        <section key={part} aria-labelledby={`hearth-dist-${part}`}>
          <h3 id={`hearth-dist-${part}`} className="hearth-heading">
            {t(`ui.errors.dist.${part}`)}
          </h3>
          <Shares counts={group[part]} />
        </section>
      ))}
    </div>
  );
}

const SHOWN = 6;

function Shares({ counts }: { readonly counts: readonly Count[] }) {
  const { t, format } = useLanguage();
  const sorted = [...counts].sort((a, b) => b.count - a.count);
  const total = Math.max(
    1,
    sorted.reduce((sum, { count }) => sum + count, 0),
  );
  const rest = sorted.slice(SHOWN).reduce((sum, { count }) => sum + count, 0);
  const shown =
    rest === 0
      ? sorted
      : [...sorted.slice(0, SHOWN), { name: t('ui.errors.dist.rest'), count: rest }];
  return (
    <ul className="hearth-shares">
      {shown.map(({ name, count }, index) => (
        <li key={index}>
          <span className="hearth-share-name">
            {name === '' ? t('ui.errors.dist.unknown') : name}
          </span>
          <span className="hearth-share-count">
            {format.count(count)}{' '}
            <span className="hearth-quiet">
              {t('ui.errors.dist.percent', { share: count / total })}
            </span>
          </span>
          <svg
            className="hearth-share-bar"
            viewBox="0 0 100 4"
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <rect width="100" height="4" className="hearth-share-all" />
            <rect width={(count / total) * 100} height="4" className="hearth-share-part" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
