import type { Environment } from '../../shared/environment';
import type { Translate } from '../../shared/i18n';
import { clientOf, show } from '../stage';
import { aroundOf } from './changes/around';
import { reviewInWorker } from './in-worker';
import { ReviewView } from './page';
import { ReviewPage } from './page-store';
import { openStored, storedChoices, storedIn } from './stored';
import './review.css';

export function mount(environment: Environment, t: Translate): void {
  const client = clientOf(environment);
  const around = aroundOf(window, client, environment.locale, t);
  const page = new ReviewPage(reviewInWorker(), around, () => storedChoices(client));
  const openNamed = (): void => {
    const stored = storedIn(window.location.hash);
    if (stored !== undefined) {
      void openStored(page, client, stored);
    }
  };
  // A changed ZIP is reviewed on the same page as the one of which it was made.
  window.addEventListener('hashchange', openNamed);
  openNamed();
  show(environment, t, <ReviewView page={page} />);
}
