import { useLanguage } from '../language';
import { Loading } from '../loading';
import { useStore } from '../use-store';
import { Announcer } from './announcer';
import { Choose } from './choose';
import type { PageState } from './page-state';
import type { SupportZipPage } from './page-store';
import { ProblemMessage } from '../problems';
import { Finished } from './result';
import { Running } from './running';

interface Props {
  readonly page: SupportZipPage;
}

export function SupportZipView({ page }: Props) {
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
    </div>
  );
}

function Phase({ page, state }: Props & { readonly state: PageState }) {
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
