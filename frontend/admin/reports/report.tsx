import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import { Fact } from '../fact';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { ProblemMessage } from '../problems';
import { useFocus } from '../use-focus';
import { useStore } from '../use-store';
import type { Report } from './contract';
import { errorLine } from './error-line';
import { HandlingPart } from './handling';
import type { ReportsPage } from './page';
import type { Opened } from './report-store';
import { StateMark } from './state-mark';
import { TicketPart } from './ticket-part';
import { ZipPart } from './zip-part';

interface Props {
  readonly page: ReportsPage;
  readonly onRetry: () => void;
  readonly onLeave: () => void;
}

export function ReportPanel({ page, onRetry, onLeave }: Props) {
  const { t } = useLanguage();
  const state = useStore(page.report.state);
  const back = (
    <Button appearance="subtle" onClick={onLeave}>
      {t('ui.reports.back')}
    </Button>
  );
  switch (state.phase) {
    case 'loading':
      return <Loading words={t('ui.reports.one.loading')} />;
    case 'unavailable':
      return <ProblemMessage notice={state.problem} onRetry={onRetry} focus />;
    case 'gone':
      return (
        <EmptyState
          header={t('ui.reports.gone.title')}
          headingLevel={2}
          description={t('ui.reports.gone.body')}
          primaryAction={back}
        />
      );
    case 'ready':
      return (
        <div className="hearth-stack hearth-errors">
          <div>{back}</div>
          <Whole page={page} state={state} onLeave={onLeave} />
        </div>
      );
  }
}

function Whole({
  page,
  state,
  onLeave,
}: Pick<Props, 'onLeave' | 'page'> & { readonly state: Opened }) {
  const { report } = state;
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <>
      <div className="hearth-inline">
        <h2 ref={heading} tabIndex={-1} className="hearth-heading hearth-report-head">
          {report.title}
        </h2>
        <StateMark state={report.handling.state} />
      </div>
      {state.problem === undefined ? null : <ProblemMessage notice={state.problem} focus />}
      <div className="hearth-report">
        <div className="hearth-stack">
          <Told report={report} page={page} />
        </div>
        <div className="hearth-stack">
          <HandlingPart store={page.report} state={state} onGone={onLeave} />
          <ZipPart store={page.report} state={state} contextPath={page.contextPath} />
          <TicketPart
            key={report.id}
            store={page.report}
            state={state}
            settings={page.settings}
            sending={page.sending}
          />
        </div>
      </div>
    </>
  );
}

function Told({ report, page }: { readonly report: Report; readonly page: ReportsPage }) {
  const { t, format } = useLanguage();
  const { screenshot } = report;
  return (
    <>
      <Text title={t('ui.reports.happened')} words={report.happened} />
      {report.expected === '' ? null : (
        <Text title={t('ui.reports.expected')} words={report.expected} />
      )}
      <dl className="hearth-facts hearth-report-facts">
        <Fact name={t('ui.reports.received')}>{format.date(report.receivedAt)}</Fact>
        <Fact name={t('ui.reports.from')}>{report.email ?? t('ui.reports.anonymous')}</Fact>
        {report.page === '' ? null : <Fact name={t('ui.reports.page')}>{report.page}</Fact>}
        {report.app.key === '' ? null : (
          <Fact name={t('ui.reports.app')}>
            {report.app.name === '' ? report.app.key : report.app.name}
          </Fact>
        )}
        <Fact name={t('ui.reports.version')}>{report.productVersion}</Fact>
      </dl>
      {screenshot === undefined ? null : (
        <section aria-labelledby="hearth-report-shot">
          <h3 id="hearth-report-shot" className="hearth-heading">
            {t('ui.reports.screenshot')}
          </h3>
          <a href={page.url(`reports/${report.id}/screenshot`)} target="_blank" rel="noreferrer">
            <img
              className="hearth-report-shot"
              src={page.url(`reports/${report.id}/screenshot`)}
              width={screenshot.width}
              height={screenshot.height}
              alt={t('ui.reports.screenshot.alt', {
                width: String(screenshot.width),
                height: String(screenshot.height),
              })}
            />
          </a>
        </section>
      )}
      {report.errors.length === 0 ? null : <Errors report={report} page={page} />}
    </>
  );
}

function Text({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <section>
      <h3 className="hearth-heading">{title}</h3>
      <p className="hearth-report-text">{words}</p>
    </section>
  );
}

function Errors({ report, page }: { readonly report: Report; readonly page: ReportsPage }) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="hearth-report-errors">
      <h3 id="hearth-report-errors" className="hearth-heading">
        {t('ui.reports.errors')}
      </h3>
      <ul className="hearth-report-errors">
        {report.errors.map((one, index) => (
          <li key={index}>
            <code>{errorLine(one)}</code>{' '}
            {one.group === undefined ? null : (
              <a
                href={`${page.contextPath}/plugins/servlet/hearth/admin/errors#/group/${one.group}`}
              >
                {t('ui.reports.errors.group')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
