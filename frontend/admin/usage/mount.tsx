import type { Environment } from '../../shared/environment';
import type { Translate } from '../../shared/i18n';
import { clientOf, show } from '../stage';
import { UsageView } from './page';
import { UsageStore } from './usage-store';
// Tabs, rows and charts look as on the pages Redaction and Browser errors.
import '../redaction/redaction.css';
import '../errors/errors.css';
import './usage.css';

export function mount(environment: Environment, t: Translate): void {
  const store = new UsageStore(clientOf(environment));
  show(environment, t, <UsageView store={store} />);
  // Somebody who leaves with changes that are not kept is asked by the browser.
  window.addEventListener('beforeunload', (event) => {
    if (store.changed()) {
      event.preventDefault();
    }
  });
  void store.load();
}
