import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import { CasesPanel } from './cases';
import type { Cases } from './cases-store';
import { Kinds } from './kinds';
import { Own } from './own';
import type { Ready, RedactionPage } from './page-store';
import { PreviewPanel } from './preview';
import type { PreviewStore } from './preview-store';
import { SaveBar } from './save-bar';
import { TryPanel } from './try';
import type { TryStore } from './try-store';

interface Props {
  readonly page: RedactionPage;
  readonly trial: TryStore;
  readonly preview: PreviewStore;
  readonly cases: Cases;
}

export function RedactionView(props: Props) {
  const { t } = useLanguage();
  const state = useStore(props.page.state);
  return (
    <div className="hearth-page hearth-page-wide">
      <header className="hearth-header">
        <h1>{t('ui.redaction.title')}</h1>
        <p className="hearth-lead">{t('ui.redaction.lead')}</p>
        <p className="hearth-promise">{t('ui.redaction.promise')}</p>
      </header>
      {state.phase === 'loading' ? <Loading words={t('ui.redaction.loading')} /> : null}
      {state.phase === 'unavailable' ? (
        <ProblemMessage notice={state.problem} onRetry={() => void props.page.load()} focus />
      ) : null}
      {state.phase === 'ready' ? <Panels {...props} state={state} /> : null}
    </div>
  );
}

/** The tab with the fields that a server can refuse. */
const OWN = 1;

function Panels({ page, trial, preview, cases, state }: Props & { readonly state: Ready }) {
  const { t } = useLanguage();
  const { draft } = state;
  // What is shown follows the settings on the screen.
  useEffect(() => {
    void trial.ask();
  }, [trial, draft]);
  const [tab, setTab] = useState(0);
  const panels = useRef<HTMLDivElement>(null);
  const { errors } = state;
  const [answered, setAnswered] = useState(errors);
  // A refused entry is where the administrator must look next.
  if (answered !== errors) {
    setAnswered(errors);
    if (errors.length > 0) {
      setTab(OWN);
    }
  }
  useEffect(() => {
    if (errors.length > 0 && tab === OWN) {
      panels.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [errors, tab]);
  return (
    <div ref={panels}>
      <Tabs id="hearth-redaction" selected={tab} onChange={setTab}>
        <TabList>
          <Tab>{t('ui.redaction.tab.kinds')}</Tab>
          <Tab>{t('ui.redaction.tab.own')}</Tab>
          <Tab>{t('ui.redaction.tab.try')}</Tab>
          <Tab>{t('ui.redaction.tab.preview')}</Tab>
          <Tab>{t('ui.redaction.tab.cases')}</Tab>
        </TabList>
        <TabPanel>
          <Kinds page={page} state={state} />
        </TabPanel>
        <TabPanel>
          <Own page={page} state={state} />
        </TabPanel>
        <TabPanel>
          <TryPanel page={page} state={state} trial={trial} />
        </TabPanel>
        <TabPanel>
          <PreviewPanel rules={state.rules} draft={draft} preview={preview} />
        </TabPanel>
        <TabPanel>
          <CasesPanel rules={state.rules} cases={cases} />
        </TabPanel>
      </Tabs>
      <SaveBar page={page} state={state} />
    </div>
  );
}
