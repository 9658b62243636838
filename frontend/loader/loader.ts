/**
 * Stands on every page and imports nothing: it listens, holds the first few errors of watched apps and then asks for
 * the tracker, which reports them. Each byte here is paid by every page of the instance; the build checks the budget.
 */
import type { PageErrors } from '../shared/page-errors';

const MOST = 5;

let script: HTMLScriptElement | undefined;

const page: PageErrors = {
  held: [],
  lost: 0,
  config: undefined,
  take(how, thrown, event) {
    // Nothing here may ever be an error of its own: the batch that called would end.
    try {
      page.config ??= WRM.data.claim('io.hearth:loader.config') ?? {};
      const { r, t = '' } = page.config;
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
        if (!script) {
          script = document.createElement('script');
          script.src = t;
          document.head.append(script);
        }
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

declare global {
  // The product's, where its web resource `data` is on the page.
  const WRM: { readonly data: { claim(key: string): PageErrors['config'] } };
}
