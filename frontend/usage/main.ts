/** Sends what the loader counted when a page is left or hidden. Asked for only where an administrator agreed. */
import type { Outcome } from '../../src/main/resources/api/hearth-usage';
import type { PageErrors } from '../shared/page-errors';

const page = window.__hearth as PageErrors;

const send = (): void => {
  const summary = JSON.stringify(page.uses);
  if (summary != '{}') {
    page.uses = {};
    page.room = 100;
    navigator.sendBeacon(
      // The address of this script stands below the context path.
      `${page.config?.u}`.replace(/\/s\/.*/, '/plugins/servlet/hearth/api/v1/ingest/usage'),
      summary,
    );
  }
};

Object.assign(window.HearthUsage ?? {}, {
  time:
    (feature: `${string}:${string}`, began = performance.now()) =>
    (outcome?: Outcome) =>
      window.HearthUsage?.count(feature, outcome, performance.now() - began),
});

if (!navigator.globalPrivacyControl && navigator.doNotTrack != '1') {
  addEventListener('pagehide', send);
  addEventListener('visibilitychange', send);
}

declare global {
  interface Navigator {
    readonly globalPrivacyControl?: boolean;
  }
}
