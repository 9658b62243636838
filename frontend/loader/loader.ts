/**
 * Stands on every page and imports nothing: it listens, holds the first few errors of watched apps and then asks for
 * the tracker, which reports them. Each byte here is paid by every page of the instance; the build checks the budget.
 */
import type {} from '../../src/main/resources/api/hearth-usage';
import type { PageConfig, PageErrors } from '../shared/page-errors';

const MOST = 5;

let tracker: HTMLScriptElement | undefined;

const load = (src: string): HTMLScriptElement =>
  document.head.appendChild(Object.assign(document.createElement('script'), { src }));

/** Claimed once, and not before the product's data is there: some pages load that after this. */
const config = (): PageConfig => {
  try {
    return (page.config ??= WRM.data.claim('io.hearth:loader.config') ?? {});
  } catch {
    // A page without the product's data, as a login page may be, must not fail because of us.
    return {};
  }
};

const page: PageErrors = {
  held: [],
  lost: 0,
  config: undefined,
  uses: {},
  room: 100,
  take(how, thrown, event) {
    // Nothing here may ever be an error of its own: the batch that called would end.
    try {
      const { r, t } = config();
      const stack = (thrown as Error | undefined)?.stack;
      if (
        r &&
        // An app that calls names itself.
        (typeof how == 'object' || RegExp(r).test(`${stack} ${event?.filename}`))
      ) {
        if (page.held.length < MOST) {
          page.held.push([how, thrown, event, Date.now()]);
        } else {
          page.lost++;
        }
        tracker ??= load(t as string);
      }
    } catch {
      // As said.
    }
  },
};

window.__hearth = page;

addEventListener('error', (event) => page.take('error', event.error, event), true);
addEventListener('unhandledrejection', (event) => page.take('rejection', event.reason), true);

// Each batch begins by assigning WRMCB, which only logs what a file of it throws: window.onerror never sees that.
let logs = window.WRMCB;
const wrap = (log: typeof logs): typeof logs =>
  log &&
  ((error) => {
    page.take('batch', error);
    return log(error);
  });
logs = wrap(logs);
Object.defineProperty(window, 'WRMCB', {
  get: () => logs,
  set: (log: typeof logs) => {
    logs = wrap(log);
  },
  configurable: true,
});

addEventListener('DOMContentLoaded', () => {
  const { u } = config();
  if (u) {
    window.HearthUsage = {
      count(feature, outcome = 'ok', milliseconds = -1) {
        if (page.room-- > 0) {
          (page.uses[`${feature} ${outcome}`] ??= []).push(milliseconds | 0);
        }
      },
    };
    load(u);
  }
});

declare global {
  // The product's, where its web resource `data` is on the page.
  const WRM: { readonly data: { claim(key: string): PageConfig | undefined } };
}
