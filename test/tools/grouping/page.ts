import { attribute } from '../../../frontend/tracker/attribution.ts';
import { exceptionsOf } from '../../../frontend/tracker/exceptions.ts';
import { scriptReader } from '../../../frontend/tracker/scripts.ts';
import { keyHash, watchOf } from '../../../frontend/tracker/watch.ts';
import type { Held } from '../../../frontend/shared/page-errors.ts';

/** Runs each bug of an app on this page as a click does, and posts what the tracker makes of it. */

type Bug = (n: number) => unknown;

const RUNS = 2;
const bugs = new Map<number, Bug>();
const read = scriptReader();
let arrived: (held: Held) => void = () => undefined;

addEventListener('error', (event) => arrived(['error', event.error, event, 0]));
addEventListener('unhandledrejection', (event) =>
  arrived(['rejection', event.reason, undefined, 0]),
);

Object.assign(window, {
  matrix: () => ({ on: (bug: number, fn: Bug) => bugs.set(bug, fn) }),
  $each: undefined,
  runMatrix,
});

async function runMatrix(keys: string[]): Promise<void> {
  const watch = watchOf({ a: keys.map(keyHash).join('') });
  for (const [bug, fn] of bugs) {
    for (let run = 0; run < RUNS; run++) {
      const held = await failing(() => fn(run));
      const exceptions = held ? await exceptionsOf(held) : [];
      const told = await Promise.all(
        exceptions.map(async (each) => ({
          ...each,
          stacktrace: await attribute(each.stacktrace?.frames ?? [], watch, read),
        })),
      );
      await fetch('/event', { method: 'POST', body: JSON.stringify({ bug, run, told }) });
    }
  }
  await fetch('/done', { method: 'POST', body: navigator.userAgent });
}

function failing(fail: () => unknown): Promise<Held | undefined> {
  return new Promise((resolve) => {
    arrived = resolve;
    setTimeout(() => resolve(undefined), 5000);
    const button = document.createElement('button');
    button.addEventListener('click', () => void fail());
    button.click();
  });
}
