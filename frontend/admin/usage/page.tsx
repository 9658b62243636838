import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import { ConsentPanel } from './consent';
import { ReportPanel } from './report';
import { SettingsPanel } from './settings';
import { StoredPanel } from './stored';
import type { Ready, UsageStore } from './usage-store';

export function UsageView({ store }: { readonly store: UsageStore }) {
  const { t } = useLanguage();
  const state = useStore(store.state);
  return (
    <div className="hearth-page hearth-page-wide">
      <header className="hearth-header">
        <h1>{t('ui.usage.title')}</h1>
        <p className="hearth-lead">{t('ui.usage.lead')}</p>
        <p className="hearth-promise">{t('ui.usage.promise')}</p>
      </header>
      {state.phase === 'loading' ? <Loading words={t('ui.usage.loading')} /> : null}
      {state.phase === 'unavailable' ? (
        <ProblemMessage notice={state.problem} onRetry={() => void store.load()} focus />
      ) : null}
      {state.phase === 'ready' ? <Content store={store} state={state} /> : null}
    </div>
  );
}

function Content({ store, state }: { readonly store: UsageStore; readonly state: Ready }) {
  const { t } = useLanguage();
  const { usage, problem, done } = state;
  return (
    <div className="hearth-stack hearth-usage">
      {problem === undefined ? null : <ProblemMessage notice={problem} focus />}
      <p role="status" className={done === undefined ? 'hearth-hidden' : 'hearth-saved'}>
        {done === undefined ? '' : t(`ui.usage.done.${done}`)}
      </p>
      {usage.consent === undefined && usage.files === 0 ? (
        <ConsentPanel store={store} state={state} />
      ) : (
        <Tabs id="hearth-usage-tabs">
          <TabList>
            <Tab>{t('ui.usage.tab.report')}</Tab>
            <Tab>{t('ui.usage.tab.consent')}</Tab>
            <Tab>{t('ui.usage.tab.stored')}</Tab>
            <Tab>{t('ui.usage.tab.settings')}</Tab>
          </TabList>
          <TabPanel>
            <ReportPanel store={store} state={state} />
          </TabPanel>
          <TabPanel>
            <ConsentPanel store={store} state={state} />
          </TabPanel>
          <TabPanel>
            <StoredPanel store={store} state={state} />
          </TabPanel>
          <TabPanel>
            <SettingsPanel store={store} state={state} />
          </TabPanel>
        </Tabs>
      )}
    </div>
  );
}
