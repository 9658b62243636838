import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useEffect } from 'react';
import type { Store } from '../../shared/store';
import { useLanguage } from '../language';
import { useStore } from '../use-store';
import { Endpoint } from './endpoint';
import { InboxPanel } from './inbox';
import type { Inbox } from './inbox-store';
import { ReportPanel } from './report';
import type { ReportStore } from './report-store';
import type { Route } from './route';
import type { SendingStore } from './sending-store';
import { SettingsPanel } from './settings';
import type { SettingsStore } from './settings-store';

export interface ReportsPage {
  readonly route: Store<Route>;
  readonly go: (route: Route) => void;
  readonly inbox: Inbox;
  readonly report: ReportStore;
  readonly settings: SettingsStore;
  readonly sending: SendingStore;
  readonly contextPath: string;
  readonly url: (path: string) => string;
}

const TABS = ['inbox', 'settings'] as const;

export function ReportsView(page: ReportsPage) {
  const { t } = useLanguage();
  const route = useStore(page.route);
  return (
    <div className="hearth-page hearth-page-wide">
      <header className="hearth-header">
        <h1>{t('ui.reports.title')}</h1>
        {route.at === 'report' ? null : (
          <>
            <p className="hearth-lead">{t('ui.reports.lead')}</p>
            <p className="hearth-promise">{t('ui.reports.promise')}</p>
          </>
        )}
      </header>
      {route.at === 'report' ? (
        <OneReport page={page} id={route.id} />
      ) : (
        <Panels page={page} at={route.at} />
      )}
    </div>
  );
}

function OneReport({ page, id }: { readonly page: ReportsPage; readonly id: string }) {
  const { report, go, inbox } = page;
  useEffect(() => {
    void report.open(id);
  }, [report, id]);
  return (
    <ReportPanel
      page={page}
      onRetry={() => void report.open(id)}
      onLeave={() => {
        void inbox.load();
        go({ at: 'inbox' });
      }}
    />
  );
}

function Panels({ page, at }: { readonly page: ReportsPage; readonly at: (typeof TABS)[number] }) {
  const { t } = useLanguage();
  return (
    <Tabs
      id="hearth-reports"
      selected={TABS.indexOf(at)}
      onChange={(index) => {
        page.go({ at: TABS[index] ?? 'inbox' });
      }}
    >
      <TabList>
        {TABS.map((tab) => (
          <Tab key={tab}>{t(`ui.reports.tab.${tab}`)}</Tab>
        ))}
      </TabList>
      <TabPanel>
        <InboxPanel
          inbox={page.inbox}
          settings={page.settings}
          onSettings={() => {
            page.go({ at: 'settings' });
          }}
        />
      </TabPanel>
      <TabPanel>
        <div className="hearth-stack">
          <SettingsPanel settings={page.settings} />
          <Endpoint endpoint={page.sending.endpoint} />
        </div>
      </TabPanel>
    </Tabs>
  );
}
