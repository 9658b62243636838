import type { Environment } from '../../shared/environment';
import type { Translate } from '../../shared/i18n';
import { followHash } from '../hash';
import { clientOf, show } from '../stage';
import { DestinationStore } from '../destination-store';
import { fetchFileFrom, postZipTo } from './files';
import { Inbox } from './inbox-store';
import { ReportsView } from './page';
import { ReportStore } from './report-store';
import { go, routeOf } from './route';
import { SendingStore } from './sending-store';
import { settingsOf } from './settings-store';
// Tabs, rows of switches and save bars look as on the other pages.
import '../redaction/redaction.css';
import '../errors/errors.css';
import './reports.css';

export function mount(environment: Environment, t: Translate): void {
  const client = clientOf(environment);
  const inbox = new Inbox(client);
  const report = new ReportStore(client, fetchFileFrom(client.url));
  const settings = settingsOf(client);
  const endpoint = new DestinationStore(client, 'report-endpoint');
  const sending = new SendingStore(client, postZipTo(client.url), endpoint, () => {
    void report.takeOther();
  });
  show(
    environment,
    t,
    <ReportsView
      route={followHash(window, routeOf)}
      go={(route) => {
        go(window, route);
      }}
      inbox={inbox}
      report={report}
      settings={settings}
      sending={sending}
      contextPath={environment.contextPath}
      url={client.url}
    />,
  );
  // Somebody who leaves with changes that are not kept is asked by the browser.
  window.addEventListener('beforeunload', (event) => {
    if (report.changed() || settings.changed()) {
      event.preventDefault();
    }
  });
  void inbox.load();
  void settings.load();
  void endpoint.load();
}
