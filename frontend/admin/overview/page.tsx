import { FirstRunPanel } from '../first-run/first-run';
import type { FirstRunStore } from '../first-run/first-run-store';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import type { DigestLine } from '../nav/contract';
import type { DigestStore } from '../nav/digest-store';
import { addressOf, isLine, PAGES, type LineName } from '../nav/pages';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import './overview.css';

interface LinesProps {
  readonly digest: DigestStore;
  readonly contextPath: string;
}

interface Props extends LinesProps {
  readonly firstRun: FirstRunStore;
}

/** The first page: what is worth a look, and where everything is. */
export function OverviewView({ digest, firstRun, contextPath }: Props) {
  const { t } = useLanguage();
  return (
    <div className="hearth-page">
      <header className="hearth-header">
        <h1>{t('ui.overview.title')}</h1>
        <p className="hearth-lead">{t('ui.overview.lead')}</p>
        <p className="hearth-promise">{t('ui.overview.promise')}</p>
      </header>
      <div className="hearth-form">
        <FirstRunPanel store={firstRun} contextPath={contextPath} />
        <section aria-labelledby="hearth-worth">
          <h2 id="hearth-worth" className="hearth-heading">
            {t('ui.overview.heading')}
          </h2>
          <Lines digest={digest} contextPath={contextPath} />
        </section>
        <section aria-labelledby="hearth-all-pages">
          <h2 id="hearth-all-pages" className="hearth-heading">
            {t('ui.overview.pages')}
          </h2>
          <Pages contextPath={contextPath} />
        </section>
      </div>
    </div>
  );
}

interface Known extends DigestLine {
  readonly id: LineName;
}

function Lines({ digest, contextPath }: LinesProps) {
  const { t } = useLanguage();
  const state = useStore(digest.state);
  if (state.phase === 'loading') {
    return <Loading words={t('ui.overview.loading')} />;
  }
  if (state.phase === 'unavailable') {
    return <ProblemMessage notice={state.problem} onRetry={() => void digest.load()} />;
  }
  const known = state.lines.filter((line): line is Known => isLine(line.id));
  if (known.length === 0) {
    return (
      <div className="hearth-calm">
        <strong>{t('ui.overview.nothing')}</strong>
        <p className="hearth-quiet">{t('ui.overview.nothing.body')}</p>
      </div>
    );
  }
  return (
    <ul className="hearth-items">
      {known.map((line) => (
        <li key={line.id} className={`hearth-item hearth-worth hearth-worth-${line.level}`}>
          <a href={addressOf(contextPath, line.page, line.place)}>
            {t(`ui.digest.${line.id}`, { count: line.count, name: line.name })}
          </a>
          {line.fresh === 0 ? null : (
            <span className="hearth-quiet">{t('ui.overview.fresh', { count: line.fresh })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Pages({ contextPath }: { readonly contextPath: string }) {
  const { t } = useLanguage();
  return (
    <ul className="hearth-cards hearth-pages">
      {PAGES.filter((page) => page !== 'overview').map((page) => (
        <li key={page} className="hearth-card">
          <a href={addressOf(contextPath, page)}>{t(`ui.nav.${page}`)}</a>
          <p className="hearth-quiet">{t(`ui.overview.${page}`)}</p>
        </li>
      ))}
    </ul>
  );
}
