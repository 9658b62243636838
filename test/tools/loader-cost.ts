import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, as are the durations: by the clock, and of the thread's processor time. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string; readonly fileName?: string } };
}

const LOADER = '/download/resources/io.hearth:loader/loader.js';
const PAGE = '/page-of-the-loader';
const CATEGORIES = ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'];

/**
 * Milliseconds of a page's main thread that the loader takes in each of several loads, from Chrome's own trace: its
 * script compiled and evaluated, and its functions called. In the thread's processor time, so that other work on the
 * machine counts little. Each load asks for it at an address of its own: nothing of the last one is cached.
 */
export async function loaderCosts(browser: Browser, url: string, loads: number): Promise<number[]> {
  const addresses = Array.from({ length: loads }, (_, load) => `${url}${LOADER}?load=${load}`);
  await browser.startTracing(undefined, { categories: CATEGORIES });
  const page = await browser.newPage();
  for (const address of addresses) await load(page, url, address);
  await page.close();
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  return addresses.map((address) =>
    taken(trace.traceEvents.filter((event) => urlOf(event) === address)),
  );
}

async function load(page: Page, url: string, address: string): Promise<void> {
  const body = `<!doctype html><title>Page</title><script src="${address}"></script><p>Text`;
  await page.route(url + PAGE, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(url + PAGE, { waitUntil: 'load' });
  await page.unroute(url + PAGE);
}

const urlOf = ({ args }: TraceEvent): string | undefined => args?.data?.url ?? args?.data?.fileName;

/** Events stand inside each other, as compiling does in evaluating: the outer ones count. */
function taken(events: readonly TraceEvent[]): number {
  const evaluated = events.find(({ name }) => name === 'EvaluateScript');
  if (evaluated === undefined) throw new Error('the trace has no load of the loader');
  const onMainThread = events
    .filter(({ pid, tid }) => pid === evaluated.pid && tid === evaluated.tid)
    .filter(({ name, ph }) => ph === 'X' && /^(EvaluateScript|FunctionCall|v8\.)/.test(name))
    .sort((a, b) => a.ts - b.ts);
  let end = 0;
  let micros = 0;
  for (const { ts, dur = 0, tdur = dur } of onMainThread) {
    if (ts >= end) {
      micros += tdur;
      end = ts + dur;
    }
  }
  return micros / 1000;
}
