import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { StackFrame } from '@sentry/browser';
import { run, type Engine, type Told } from './browsers.ts';
import { APPS, BUILDS, bundle, type App, type Bundle } from './builds.ts';
import { locator, type Locate } from './originals.ts';
import { inSafari } from './safari.ts';

/**
 * Makes the fixture of the grouping test: each bug of test/conformance/grouping/apps, in each build, failing in Chromium
 * and Firefox, and in the words of Safari, as the tracker reports it, with each frame's place in the source.
 *
 *     node --import tsx test/tools/grouping/capture.ts
 */

const FIXTURE = join(import.meta.dirname, '../../conformance/grouping/events.jsonl.gz');
const MOST_FRAMES = 12;

const lines: string[] = [];
for (const app of Object.keys(APPS) as App[]) {
  for (const build of BUILDS) {
    const made = await bundle(app, build);
    const chromium = await captured('chromium', made);
    const firefox = await captured('firefox', made);
    const safari = chromium.map((event) => inSafari(event, made));
    add('chromium', made, chromium);
    add('firefox', made, firefox);
    add('safari', made, safari);
  }
}
writeFileSync(FIXTURE, gzipSync(`${lines.join('\n')}\n`, { level: 9 }));

async function captured(engine: Engine, made: Bundle): Promise<Told[]> {
  const events = await run(engine, made);
  const silent = events.filter(({ told }) => told.length === 0);
  if (events.length === 0 || silent.length > 0) {
    throw new Error(`${engine} ${made.build}: silent ${silent.map(({ bug }) => bug).join()}`);
  }
  console.log(`${engine} ${made.app} ${made.build}: ${events.length} events`);
  return events;
}

function add(engine: string, made: Bundle, events: readonly Told[]): void {
  const locate = locator(made);
  for (const { bug, run: nth, told } of events) {
    // As the server has them: the last thrown first, innermost frames first.
    const exceptions = [...told].reverse().map(({ type, value, stacktrace }) => ({
      type,
      value: value?.replace(/127\.0\.0\.1:\d+/g, 'jira.example.com'),
      frames: [...stacktrace.frames]
        .reverse()
        .slice(0, MOST_FRAMES)
        .map((one) => frame(one, locate)),
    }));
    lines.push(
      JSON.stringify({ bug, run: nth, app: APPS[made.app], engine, build: made.build, exceptions }),
    );
  }
}

function frame(one: StackFrame, locate: Locate) {
  const { function: name, filename, module, lineno, colno, in_app, context_line } = one;
  const original = locate(one);
  return {
    function: name === '?' ? '' : name,
    file: filename,
    ...(module !== undefined && { module }),
    line: lineno,
    column: colno,
    inApp: in_app,
    ...(context_line !== undefined && { context: context_line }),
    ...(original && { original }),
  };
}
