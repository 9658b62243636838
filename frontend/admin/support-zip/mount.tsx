import type { Environment } from '../../shared/environment';
import type { Translate } from '../../shared/i18n';
import { browserFacts } from '../browser-facts';
import { clientOf, show, wait } from '../stage';
import { storageOr } from '../storage';
import { createDownload } from './download';
import { SupportZipView } from './page';
import { SupportZipPage } from './page-store';
import { PACE } from './run';

/** A link that knows what the ZIP is for, as that of a problem report, says how far back it reaches. */
function daysAsked(hash: string): number | undefined {
  const days = /^#sinceDays=([1-9]\d{0,3})$/.exec(hash)?.[1];
  return days === undefined ? undefined : Number(days);
}

export function mount(environment: Environment, t: Translate): void {
  const page = new SupportZipPage({
    client: clientOf(environment),
    download: createDownload(environment),
    wait,
    pace: PACE,
    newId: () => crypto.getRandomValues(new Uint32Array(4)).join('-'),
    browser: () => browserFacts(window),
    lasting: storageOr(() => window.localStorage),
    passing: storageOr(() => window.sessionStorage),
  });
  show(environment, t, <SupportZipView page={page} />);
  void page.load().then(() => page.reachBack(daysAsked(window.location.hash)));
}
