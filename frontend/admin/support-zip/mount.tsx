import type { Environment } from '../../shared/environment';
import type { Translate } from '../../shared/i18n';
import { browserFacts } from '../browser-facts';
import { clientOf, show, wait } from '../stage';
import { storageOr } from '../storage';
import { createDownload } from './download';
import { followEvents } from './follow';
import { SupportZipView } from './page';
import { SupportZipPage } from './page-store';
import { PACE } from './run';
import { StoredList } from './stored-store';
import { receiversOf } from '../hand-over/receivers';
import { watchOf } from './watch-store';

/** A link that knows what the ZIP is for, as that of a problem report, says how far back it reaches. */
function daysAsked(hash: string): number | undefined {
  const days = /^#sinceDays=([1-9]\d{0,3})$/.exec(hash)?.[1];
  return days === undefined ? undefined : Number(days);
}

export function mount(environment: Environment, t: Translate): void {
  const client = clientOf(environment);
  const stored = new StoredList({ client, follow: followEvents, wait, now: Date.now });
  const page = new SupportZipPage({
    client,
    onStored: (zip) => stored.added(zip),
    download: createDownload(environment),
    wait,
    pace: PACE,
    now: Date.now,
    newId: () => crypto.getRandomValues(new Uint32Array(4)).join('-'),
    browser: () => browserFacts(window),
    lasting: storageOr(() => window.localStorage),
    passing: storageOr(() => window.sessionStorage),
  });
  const watch = watchOf(client);
  const receivers = receiversOf(client);
  show(
    environment,
    t,
    <SupportZipView page={page} stored={stored} watch={watch} receivers={receivers} />,
  );
  // Somebody who leaves with changes that are not kept is asked by the browser.
  window.addEventListener('beforeunload', (event) => {
    if (watch.changed() || receivers.changed()) {
      event.preventDefault();
    }
  });
  void page.load().then(() => page.reachBack(daysAsked(window.location.hash)));
  void stored.load();
  void watch.load();
  void receivers.load();
  void stored.keepLooking(() => false);
}
