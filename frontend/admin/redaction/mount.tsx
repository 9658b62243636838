import type { Environment } from '../../shared/environment';
import type { Translate } from '../../shared/i18n';
import { clientOf, show, wait } from '../stage';
import { Cases } from './cases-store';
import { RedactionView } from './page';
import { RedactionPage } from './page-store';
import { PreviewStore } from './preview-store';
import { TryStore } from './try-store';
import './redaction.css';

export function mount(environment: Environment, t: Translate): void {
  const client = clientOf(environment);
  const page = new RedactionPage(client);
  const settings = () => page.tried();
  show(
    environment,
    t,
    <RedactionView
      page={page}
      trial={new TryStore(client, wait, settings)}
      preview={new PreviewStore(client, settings)}
      cases={new Cases(client)}
    />,
  );
  // Somebody who leaves with changes that are not kept is asked by the browser.
  window.addEventListener('beforeunload', (event) => {
    if (page.changed()) {
      event.preventDefault();
    }
  });
  void page.load();
}
