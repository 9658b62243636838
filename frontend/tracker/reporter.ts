import type { Breadcrumb, Event, Exception } from '@sentry/browser';
import type { Held, PageConfig, Report } from '../shared/page-errors';
import { attribute, type Attribution } from './attribution';
import type { Sender } from './client';
import { exceptionsOf } from './exceptions';
import { mayBeLeaving, noiseOf } from './noise';
import type { ReadScript } from './scripts';
import { watchOf } from './watch';

const UNTIL_LEFT_MS = 1000;

export interface Parts {
  readonly sender: Sender;
  readonly crumbs: () => Breadcrumb[];
  readonly read: ReadScript;
  readonly allows: (what: string) => boolean;
  /** Resolves after a moment; never when the page has been left meanwhile. */
  readonly pause: (ms: number) => Promise<void>;
}

/** Takes what the loader held and what comes later, and sends what is a watched app's error. */
export function createReporter(config: PageConfig, parts: Parts): (held: Held) => Promise<void> {
  const { sender, crumbs, read, allows, pause } = parts;
  const watch = watchOf(config);
  const kept = new Set(config.n);

  return async (held) => {
    const [how] = held;
    const exceptions = await exceptionsOf(held);
    const { type = '', value = '', stacktrace } = exceptions.at(-1) ?? {};
    const top = stacktrace?.frames?.at(-1);
    if (!allows(`${type} ${value} ${top?.filename} ${top?.lineno} ${top?.colno}`)) {
      sender.leftOut('page-limit');
      return;
    }
    const told = await Promise.all(
      exceptions.map((each) => attribute(each.stacktrace?.frames ?? [], watch, read)),
    );
    const last = told.at(-1);
    const noise = last?.foreign ? 'extension' : noiseOf(type, value);
    if (noise !== undefined && !kept.has(noise) && typeof how !== 'object') {
      sender.leftOut(noise);
      return;
    }
    const said: Report = typeof how === 'object' ? how : {};
    const app = said.app ?? last?.owner?.plugin ?? '';
    if (!watch.watches(app)) {
      sender.leftOut('not-watched');
      return;
    }
    if (mayBeLeaving(type, value) && !kept.has('aborted')) {
      await pause(UNTIL_LEFT_MS);
    }
    sender.send(eventOf(held, exceptions, told, app, said, crumbs()));
  };
}

function eventOf(
  [, , , time]: Held,
  exceptions: readonly Exception[],
  told: readonly Attribution[],
  app: string,
  said: Report,
  breadcrumbs: Breadcrumb[],
): Event {
  const owner = told.at(-1)?.owner;
  return {
    timestamp: time / 1000,
    level: said.level ?? 'error',
    exception: {
      values: exceptions.map((each, i) => ({
        ...each,
        stacktrace: { frames: [...(told[i]?.frames ?? [])] },
      })),
    },
    tags: {
      ...(app !== '' && { 'hearth.app': app }),
      ...(owner?.plugin === app && owner.release !== '' && { 'hearth.release': owner.release }),
      ...(said.feature !== undefined && { 'hearth.feature': said.feature }),
    },
    breadcrumbs,
  };
}
