import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import { STATES, type Summary } from './contract';
import type { Inbox, Listed } from './inbox-store';
import { hashOf } from './route';
import type { SettingsStore } from './settings-store';
import { StateMark } from './state-mark';

interface Props {
  readonly inbox: Inbox;
  readonly settings: SettingsStore;
  readonly onSettings: () => void;
}

export function InboxPanel({ inbox, settings, onSettings }: Props) {
  const { t } = useLanguage();
  const state = useStore(inbox.state);
  if (state.phase === 'loading') {
    return <Loading words={t('ui.reports.loading')} />;
  }
  if (state.phase === 'unavailable') {
    return <ProblemMessage notice={state.problem} onRetry={() => void inbox.load()} focus />;
  }
  const { new: fresh, sent, closed } = state.states;
  return fresh + sent + closed === 0 ? (
    <Nothing settings={settings} onSettings={onSettings} />
  ) : (
    <div className="hearth-stack hearth-errors">
      <Tools inbox={inbox} state={state} />
      <List inbox={inbox} state={state} />
      <Room state={state} />
    </div>
  );
}

function Nothing({ settings, onSettings }: Pick<Props, 'onSettings' | 'settings'>) {
  const { t } = useLanguage();
  const state = useStore(settings.state);
  const off = state.phase === 'ready' && !state.kept.on;
  return (
    <EmptyState
      header={t(off ? 'ui.reports.off.title' : 'ui.reports.none.title')}
      headingLevel={2}
      description={t(off ? 'ui.reports.off.body' : 'ui.reports.none.body')}
      primaryAction={
        off ? (
          <Button appearance="primary" onClick={onSettings}>
            {t('ui.reports.off.go')}
          </Button>
        ) : undefined
      }
    />
  );
}

function Tools({ inbox, state }: { readonly inbox: Inbox; readonly state: Listed }) {
  const { t } = useLanguage();
  const query = useStore(inbox.query);
  const options = [
    { value: '' as const, label: t('ui.reports.state.any') },
    ...STATES.map((value) => ({
      value,
      label: t('ui.reports.state.count', {
        state: t(`ui.reports.state.${value}`),
        count: state.states[value],
      }),
    })),
  ];
  return (
    <div className="hearth-tools" role="search">
      <div className="hearth-tool hearth-tool-search">
        <label htmlFor="hearth-reports-search">{t('ui.reports.search')}</label>
        <Textfield
          id="hearth-reports-search"
          type="search"
          maxLength={200}
          value={query.q}
          onChange={(event) => void inbox.narrow({ q: event.currentTarget.value })}
        />
      </div>
      <div className="hearth-tool">
        <label htmlFor="hearth-reports-state">{t('ui.reports.state')}</label>
        <Select
          inputId="hearth-reports-state"
          isSearchable={false}
          options={options}
          value={options.find(({ value }) => value === query.state) ?? null}
          onChange={(option) => void inbox.narrow({ state: option?.value ?? '' })}
        />
      </div>
    </div>
  );
}

function List({ inbox, state }: { readonly inbox: Inbox; readonly state: Listed }) {
  const { t } = useLanguage();
  const rest = state.total - state.reports.length;
  return (
    <section aria-label={t('ui.reports.tab.inbox')}>
      <p role="status" className="hearth-quiet hearth-reports-total">
        {t('ui.reports.total', { count: state.total })}
      </p>
      <ul className="hearth-items hearth-reports-list">
        {state.reports.map((one) => (
          <Row key={one.id} report={one} />
        ))}
      </ul>
      {rest > 0 ? (
        <Button onClick={() => void inbox.more()}>{t('ui.reports.more', { count: rest })}</Button>
      ) : null}
    </section>
  );
}

function Row({ report }: { readonly report: Summary }) {
  const { t, format } = useLanguage();
  const facts = [
    format.date(report.receivedAt),
    report.email ?? t('ui.reports.anonymous'),
    ...(report.page === '' ? [] : [report.page]),
    ...(report.hasScreenshot ? [t('ui.reports.has-screenshot')] : []),
    ...(report.errors > 0 ? [t('ui.reports.has-errors', { count: report.errors })] : []),
  ];
  return (
    <li className="hearth-item hearth-report-row">
      <div className="hearth-report-words">
        <a href={hashOf({ at: 'report', id: report.id })} className="hearth-report-title">
          {report.title}
        </a>
        <p className="hearth-quiet">{facts.join(' · ')}</p>
      </div>
      <StateMark state={report.state} />
    </li>
  );
}

const NEARLY = 0.9;

/** How full the inbox is, once that matters. */
function Room({ state }: { readonly state: Listed }) {
  const { t, format } = useLanguage();
  const { reports, maxReports, bytes, maxBytes } = state.room;
  const full = reports >= maxReports * NEARLY || bytes >= maxBytes * NEARLY;
  return (
    <p className={full ? 'hearth-warn' : 'hearth-quiet'}>
      {t(full ? 'ui.reports.room.nearly' : 'ui.reports.room', {
        reports,
        maxReports,
        bytes: format.bytes(bytes),
        maxBytes: format.bytes(maxBytes),
      })}
    </p>
  );
}
