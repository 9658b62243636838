import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useEffect } from 'react';
import type { Store } from '../../shared/store';
import { useLanguage } from '../language';
import { useStore } from '../use-store';
import type { Actions } from './actions-store';
import { AppsPanel } from './apps';
import { DetailPanel } from './detail';
import type { Detail } from './detail-store';
import { Flags } from './flags';
import type { ForwardingStore } from './forwarding-store';
import { ListPanel } from './list';
import type { ErrorList } from './list-store';
import { MapsPanel } from './maps';
import type { MapsStore } from './maps-store';
import { exportPath } from './query';
import { TABS, type Route } from './route';
import type { TimelineStore } from './timeline-store';
import { WatchPanel } from './watch';
import type { WatchStore } from './watch-store';

export interface ErrorsPage {
  readonly route: Store<Route>;
  readonly go: (route: Route) => void;
  readonly list: ErrorList;
  readonly detail: Detail;
  readonly actions: Actions;
  readonly watch: WatchStore;
  readonly forwarding: ForwardingStore;
  readonly maps: MapsStore;
  readonly timeline: TimelineStore;
  readonly contextPath: string;
  readonly url: (path: string) => string;
}

export function ErrorsView(page: ErrorsPage) {
  const { t } = useLanguage();
  const route = useStore(page.route);
  return (
    <div className="hearth-page hearth-page-wide">
      <header className="hearth-header">
        <h1>{t('ui.errors.title')}</h1>
        {route.at === 'group' ? null : (
          <>
            <p className="hearth-lead">{t('ui.errors.lead')}</p>
            <p className="hearth-promise">{t('ui.errors.promise')}</p>
          </>
        )}
      </header>
      {route.at === 'group' ? <OneGroup page={page} id={route.id} /> : <Panels page={page} />}
      <Flags actions={page.actions} />
    </div>
  );
}

function OneGroup({ page, id }: { readonly page: ErrorsPage; readonly id: string }) {
  const { detail, actions, go } = page;
  useEffect(() => {
    void detail.open(id);
    return () => {
      detail.close();
    };
  }, [detail, id]);
  return (
    <DetailPanel
      detail={detail}
      actions={actions}
      onRetry={() => void detail.open(id)}
      onGone={(merged) => {
        go(merged === undefined ? { at: 'tab', tab: 'list' } : { at: 'group', id: merged });
      }}
    />
  );
}

function Panels({ page }: { readonly page: ErrorsPage }) {
  const { t } = useLanguage();
  const route = useStore(page.route);
  const query = useStore(page.list.query);
  const { go } = page;
  const selected = route.at === 'tab' ? TABS.indexOf(route.tab) : 0;
  return (
    <Tabs
      id="hearth-errors"
      selected={selected}
      onChange={(index) => {
        go({ at: 'tab', tab: TABS[index] ?? 'list' });
      }}
    >
      <TabList>
        {TABS.map((tab) => (
          <Tab key={tab}>{t(`ui.errors.tab.${tab}`)}</Tab>
        ))}
      </TabList>
      <TabPanel>
        <ListPanel
          list={page.list}
          actions={page.actions}
          watch={page.watch}
          exportUrl={(form) => page.url(exportPath(query, form))}
          onOpen={(id) => {
            go({ at: 'group', id });
          }}
        />
      </TabPanel>
      <TabPanel>
        <AppsPanel
          timeline={page.timeline}
          onApp={(app) =>
            void page.list.narrow({ q: '', app, state: '', browser: '', release: '' })
          }
        />
      </TabPanel>
      <TabPanel>
        <WatchPanel
          watch={page.watch}
          forwarding={page.forwarding}
          contextPath={page.contextPath}
        />
      </TabPanel>
      <TabPanel>
        <MapsPanel maps={page.maps} watch={page.watch} />
      </TabPanel>
    </Tabs>
  );
}
