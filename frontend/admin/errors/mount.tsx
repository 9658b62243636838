import type { Environment } from '../../shared/environment';
import type { Translate } from '../../shared/i18n';
import { followHash } from '../hash';
import { clientOf, show } from '../stage';
import { Actions } from './actions-store';
import { Detail } from './detail-store';
import { ForwardingStore } from './forwarding-store';
import { mapInWorker } from './in-worker';
import { ErrorList } from './list-store';
import { MapsStore } from './maps-store';
import { ErrorsView } from './page';
import { poll } from './poller';
import { go, routeOf } from './route';
import { TimelineStore } from './timeline-store';
import { uploadTo } from './upload';
import { WatchStore } from './watch-store';
// Tabs, rows of switches and save bars look as on the page Redaction.
import '../redaction/redaction.css';
import './errors.css';

export function mount(environment: Environment, t: Translate): void {
  const client = clientOf(environment);
  const list = new ErrorList(client);
  const detail = new Detail(client, mapInWorker);
  const watch = new WatchStore(client);
  const actions = new Actions(client, async () => {
    await Promise.all([list.load(), detail.refresh()]);
  });
  show(
    environment,
    t,
    <ErrorsView
      route={followHash(window, routeOf)}
      go={(route) => {
        go(window, route);
      }}
      list={list}
      detail={detail}
      actions={actions}
      watch={watch}
      forwarding={new ForwardingStore(client)}
      maps={new MapsStore(client, uploadTo(client.url))}
      timeline={new TimelineStore(client)}
      contextPath={environment.contextPath}
      url={client.url}
    />,
  );
  // Somebody who leaves with changes that are not kept is asked by the browser.
  window.addEventListener('beforeunload', (event) => {
    if (watch.changed() || detail.changed()) {
      event.preventDefault();
    }
  });
  void list.load();
  void watch.load();
  poll(window, async () => {
    const before = list.revision();
    await list.poll();
    if (list.revision() !== before) {
      await detail.refresh();
    }
  });
}
