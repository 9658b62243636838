import { useLanguage } from '../language';
import { Loading } from '../loading';
import { useStore } from '../use-store';
import { Announcer } from './announcer';
import { Choose } from './choose';
import type { PageState } from './page-state';
import type { SupportZipPage } from './page-store';
import { ProblemMessage } from '../problems';
import { Finished } from './result';
import type { Run } from './run';
import { Running } from './running';
import { StoredSection } from './stored-list';
import { ReceiversSection } from './receivers';
import { WatchSection } from './watch';
import type { ReceiversStore } from '../hand-over/receivers';
import type { WatchStore } from './watch-store';
import type { StoredList } from './stored-store';

interface Props {
  readonly page: SupportZipPage;
  readonly stored: StoredList;
  readonly watch: WatchStore;
  readonly receivers: ReceiversStore;
}

export function SupportZipView({ page, stored, watch, receivers }: Props) {
  const { t } = useLanguage();
  const state = useStore(page.state);
  return (
    <div className="hearth-page">
      <header className="hearth-header">
        <h1>{t('ui.zip.title')}</h1>
        <p className="hearth-lead">{t('ui.zip.lead')}</p>
        <p className="hearth-promise">{t('ui.zip.promise')}</p>
      </header>
      <Announcer state={state} />
      <Phase page={page} state={state} />
      {state.phase === 'unavailable' ? null : <StoredSection list={stored} {...wordsOf(state)} />}
      {state.phase === 'unavailable' ? null : <WatchSection watch={watch} />}
      {state.phase === 'unavailable' ? null : <ReceiversSection receivers={receivers} />}
    </div>
  );
}

/** What items and kinds are called, in the phases that know it. */
function wordsOf(state: PageState): { titles: Run['titles']; kinds: Run['kinds'] } {
  switch (state.phase) {
    case 'choosing':
      return {
        titles: Object.fromEntries(state.catalogue.items.map(({ id, title }) => [id, title])),
        kinds: state.kinds,
      };
    case 'running':
      return state.run;
    case 'finished':
      return { titles: {}, kinds: state.kinds };
    default:
      return { titles: {}, kinds: {} };
  }
}

function Phase({ page, state }: Pick<Props, 'page'> & { readonly state: PageState }) {
  const { t } = useLanguage();
  switch (state.phase) {
    case 'loading':
      return <Loading words={t('ui.zip.loading')} />;
    case 'unavailable':
      return <ProblemMessage notice={state.problem} onRetry={() => void page.load()} focus />;
    case 'choosing':
      return <Choose page={page} state={state} />;
    case 'running':
      return <Running run={state.run} onCancel={() => void page.cancel()} />;
    case 'finished':
      return (
        <Finished ending={state.ending} kinds={state.kinds} onAgain={() => void page.load()} />
      );
  }
}
