import type { Environment } from '../../shared/environment';
import type { Translate } from '../../shared/i18n';
import { show, wait } from '../stage';
import { reviewInWorker } from './in-worker';
import { ReviewView } from './page';
import { ReviewPage } from './page-store';
import './review.css';

export function mount(environment: Environment, t: Translate): void {
  const page = new ReviewPage(reviewInWorker(), wait);
  show(environment, t, <ReviewView page={page} />);
}
