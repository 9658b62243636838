import type { PageConfig, PageErrors } from '../../../../frontend/shared/page-errors';

const CONFIG: PageConfig = {
  r: '/download/(contextb|(batch|resources)/(com.example.board)[:/])',
  t: '/s/1/_/download/resources/io.hearth:tracker/tracker.js',
};

const OWN = 'http://localhost/s/1/_/download/batch/com.example.board:main/x.js';

let claims: string[];
let logged: unknown[];

function errorAt(url: string): Error {
  return Object.assign(new Error('it broke'), { stack: `Error: it broke\n    at f (${url}:1:2)` });
}

/** Runs the loader on a page that carries this. */
async function load(config: PageConfig = CONFIG): Promise<PageErrors> {
  Object.assign(window, {
    WRM: {
      data: {
        claim: (key: string) => {
          claims.push(key);
          return claims.length === 1 ? config : undefined;
        },
      },
    },
  });
  await jest.isolateModulesAsync(async () => {
    await import('../../../../frontend/loader/loader');
  });
  ready();
  return window.__hearth!;
}

const trackers = (): string[] =>
  [...document.querySelectorAll('script')].map((script) => script.getAttribute('src') ?? '');

/** What the newest loader does when the page is parsed; on jsdom's window those of earlier tests would as well. */
let ready: () => void;

beforeEach(() => {
  const listen = window.addEventListener.bind(window);
  jest.spyOn(window, 'addEventListener').mockImplementation((type, listener, options) => {
    if (type === 'DOMContentLoaded') ready = listener as () => void;
    else listen(type, listener, options);
  });
  claims = [];
  logged = [];
  document.head.replaceChildren();
  delete window.WRMCB;
  delete window.HearthUsage;
  const batchLog = (error: unknown): void => void logged.push(error);
  window.WRMCB = batchLog;
});

test('a page without an error asks for nothing, and counts nothing that nobody agreed to', async () => {
  const page = await load();
  expect([trackers(), page.held, window.HearthUsage]).toEqual([[], [], undefined]);
});

test('a page that is to count asks for what sends, and counts from the first call on', async () => {
  const page = await load({ u: '/jira/s/1/_/download/resources/io.hearth:usage/usage.js' });
  expect(trackers()).toEqual(['/jira/s/1/_/download/resources/io.hearth:usage/usage.js']);
  window.HearthUsage?.count('com.example.board:opened');
  window.HearthUsage?.count('com.example.board:opened', 'failed', 12.7);
  expect(page.uses).toEqual({
    'com.example.board:opened ok': [-1],
    'com.example.board:opened failed': [12],
  });
});

test('no more than a hundred uses are held', async () => {
  const page = await load({ u: '/x.js' });
  for (let n = 0; n < 300; n++) window.HearthUsage?.count(`com.example.board:feature-${n}`);
  expect(Object.keys(page.uses)).toHaveLength(100);
});

test('the product’s data may come after the loader, and then all is as ever', async () => {
  const product = { data: { claim: () => ({ ...CONFIG, u: '/u.js' }) } };
  Object.assign(window, { WRM: undefined });
  await jest.isolateModulesAsync(async () => {
    await import('../../../../frontend/loader/loader');
  });
  window.__hearth?.take('error', errorAt(OWN));
  expect(trackers()).toEqual([]);
  Object.assign(window, { WRM: product });
  ready();
  window.__hearth?.take('error', errorAt(OWN));
  expect(trackers()).toEqual(['/u.js', CONFIG.t]);
});

test('a page that never gets the product’s data is left alone', async () => {
  await load();
  const page = window.__hearth!;
  page.config = undefined;
  Object.assign(window, { WRM: undefined });
  expect(ready).not.toThrow();
  page.take('rejection', errorAt(OWN));
  expect([trackers(), page.held, window.HearthUsage]).toEqual([[], [], undefined]);
});

test('the first error of a watched app asks for the tracker, once, and is held with the next', async () => {
  const page = await load();
  page.take('error', errorAt(OWN));
  page.take('rejection', errorAt(OWN));
  expect(trackers()).toEqual([CONFIG.t]);
  expect(page.held.map(([how]) => how)).toEqual(['error', 'rejection']);
  expect(claims).toEqual(['io.hearth:loader.config']);
});

test('errors of other scripts, of elements and of nothing known are left alone', async () => {
  const page = await load();
  page.take('error', errorAt('http://localhost/s/1/_/download/batch/com.other:main/x.js'));
  page.take('error', errorAt('chrome-extension://abc/x.js'));
  page.take('rejection', 'no stack at all');
  page.take('rejection', undefined);
  window.dispatchEvent(new Event('error'));
  expect([trackers(), page.held]).toEqual([[], []]);
});

test('no more than five errors are held, others are counted', async () => {
  const page = await load();
  for (let i = 0; i < 9; i++) page.take('error', errorAt(OWN));
  expect([page.held.length, page.lost]).toEqual([5, 4]);
});

test('an uncaught error without a stack is known by the file that the browser names', async () => {
  const page = await load();
  window.dispatchEvent(new ErrorEvent('error', { error: null, filename: OWN }));
  expect(page.held.map(([how]) => how)).toEqual(['error']);
});

test('what a batch catches is logged as ever, with the log of each later batch, and held', async () => {
  const page = await load();
  const first = errorAt(OWN);
  window.WRMCB?.(first);
  const later: unknown[] = [];
  window.WRMCB = (error) => void later.push(error);
  const second = errorAt(OWN);
  window.WRMCB(second);
  expect(logged).toEqual([first]);
  expect(later).toEqual([second]);
  expect(page.held.map(([how, thrown]) => [how, thrown])).toEqual([
    ['batch', first],
    ['batch', second],
  ]);
});

test('a script that wraps WRMCB, as we do, is not called in a circle', async () => {
  await load();
  const before = window.WRMCB!;
  const seen: unknown[] = [];
  window.WRMCB = (error) => {
    seen.push(error);
    return before(error);
  };
  const error = errorAt(OWN);
  window.WRMCB(error);
  expect([seen, logged]).toEqual([[error], [error]]);
});

test('nothing watched: nothing is asked for', async () => {
  const page = await load({});
  page.take('error', errorAt(OWN));
  page.take({ app: 'com.example.board' }, errorAt(OWN));
  expect([trackers(), page.held]).toEqual([[], []]);
});

test('what an app reports itself is held whatever its stack', async () => {
  const page = await load();
  page.take({ app: 'com.example.board' }, new Error('known'));
  expect(page.held).toHaveLength(1);
  expect(trackers()).toEqual([CONFIG.t]);
});

test('an object that throws when it is looked at does not stop the batch that reports it', async () => {
  const page = await load();
  const hostile = Object.defineProperty({}, 'stack', {
    get: () => {
      throw new Error('never look');
    },
  });
  window.WRMCB?.(hostile);
  expect(logged).toEqual([hostile]);
  expect(page.held).toEqual([]);
});
