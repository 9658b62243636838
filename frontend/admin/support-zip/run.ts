import type { Client } from '../../shared/client';
import { record, shape, text, type Parser } from '../../shared/parse';
import type { Problem } from '../../shared/problem';
import { parseNothing, parseProgress, type Progress } from './contract';

/** What a reload of the tab must not lose: the run to ask for, and what its items are called. */
export interface RunName {
  readonly id: string;
  readonly titles: Readonly<Record<string, string>>;
  /** What the kinds of redacted values are called. */
  readonly kinds: Readonly<Record<string, string>>;
}

const parseName: Parser<RunName> = shape({
  id: text,
  titles: record(text),
  kinds: record(text),
});

export function restoreRun(stored: string | null): RunName | undefined {
  try {
    return stored === null ? undefined : parseName(JSON.parse(stored), '');
  } catch {
    return undefined;
  }
}

/** What is known of a ZIP that is being made. */
export interface Run extends RunName {
  readonly progress: Progress | undefined;
  readonly cancelling: boolean;
  /** Why its progress cannot be read just now; the download itself goes on. */
  readonly interrupted: Problem | undefined;
}

export type RunEnd =
  | { readonly kind: 'ended'; readonly progress: Progress }
  | { readonly kind: 'gone' }
  | { readonly kind: 'left' };

export interface Pace {
  readonly everyMs: number;
  /** How long a server may not know of a run that was just asked for. */
  readonly startMs: number;
}

export const PACE: Pace = { everyMs: 500, startMs: 10_000 };

export type Wait = (ms: number) => Promise<void>;

const path = (id: string): string => `support-zip/progress/${encodeURIComponent(id)}`;

/** Asks for the progress until the run has ended, the server knows nothing of it, or nobody wants to know. */
export async function follow(
  client: Client,
  id: string,
  wait: Wait,
  pace: Pace,
  report: (seen: Pick<Run, 'interrupted' | 'progress'>) => boolean,
): Promise<RunEnd> {
  let known: Progress | undefined;
  for (let waited = 0; ; waited += pace.everyMs) {
    const answer = await client.get(path(id), parseProgress);
    if (answer.ok && answer.value.state !== 'running') {
      return { kind: 'ended', progress: answer.value };
    }
    if (answer.ok) {
      known = answer.value;
    } else if (
      answer.problem.kind === 'missing' &&
      (known !== undefined || waited >= pace.startMs)
    ) {
      return { kind: 'gone' };
    }
    const interrupted = answer.ok || answer.problem.kind === 'missing' ? undefined : answer.problem;
    if (!report({ progress: known, interrupted })) {
      return { kind: 'left' };
    }
    await wait(pace.everyMs);
  }
}

/** Whether the server would take a request now: asking for a run that cannot exist costs it nothing. */
export async function check(client: Client, id: string): Promise<Problem | undefined> {
  const answer = await client.get(path(id), parseProgress);
  return answer.ok || answer.problem.kind === 'missing' ? undefined : answer.problem;
}

export async function cancel(client: Client, id: string): Promise<Problem | undefined> {
  const answer = await client.post(`${path(id)}/cancel`, {}, parseNothing);
  return answer.ok ? undefined : answer.problem;
}
