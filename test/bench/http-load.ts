import { Agent, request } from 'node:http';
import { median } from './measure.ts';

/** Browsers that post at the same time. */
const AT_ONCE = 8;

/** What the intake takes of one address at once; the next envelopes come from another one. */
const EACH_ADDRESS = 100;

/** The first addresses of 127.0.0.0/8 are left to what else runs on the machine. */
const FIRST_ADDRESS = 0x7f010001;

const ANSWER_MS = 60_000;

export interface Load {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly total: number;
  readonly body: (n: number) => string;
  /** Absent: as fast as they are taken. */
  readonly perSecond?: number;
  /** What is not sent after so long is not sent at all, so that a slow server ends the run too. */
  readonly seconds: number;
}

export interface Taken {
  /** Answered with 200. */
  readonly taken: number;
  /** The other answers, by status; errors of the connection by their code. */
  readonly refused: ReadonlyMap<string, number>;
  readonly seconds: number;
  /** From when each was due, so that waiting for one before it counts. */
  readonly p50: number;
  readonly p99: number;
}

/** Callers are told apart by their address, of which loopback has many. */
export class Senders {
  private sent = 0;

  async load(load: Load): Promise<Taken> {
    const millis: number[] = [];
    const refused = new Map<string, number>();
    const start = performance.now();
    let next = 0;
    const lane = async (): Promise<void> => {
      let agent = new Agent({ keepAlive: true, maxSockets: 1 });
      let left = 0;
      let localAddress = '';
      for (let n = next++; n < load.total && since(start) < load.seconds; n = next++) {
        if (left === 0) {
          agent.destroy();
          agent = new Agent({ keepAlive: true, maxSockets: 1 });
          localAddress = this.address();
          left = EACH_ADDRESS;
        }
        left--;
        const due = load.perSecond === undefined ? undefined : start + (n * 1000) / load.perSecond;
        if (due !== undefined) await waitUntil(due);
        const from = due ?? performance.now();
        const status = await post(load, load.body(n), { agent, localAddress });
        if (status === '200') millis.push(performance.now() - from);
        else refused.set(status, (refused.get(status) ?? 0) + 1);
      }
      agent.destroy();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    millis.sort((a, b) => a - b);
    return {
      taken: millis.length,
      refused,
      seconds: since(start),
      p50: median(millis),
      p99: millis[Math.floor(millis.length * 0.99)] ?? Number.NaN,
    };
  }

  private address(): string {
    const number = FIRST_ADDRESS + this.sent++;
    return [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');
  }
}

const since = (start: number): number => (performance.now() - start) / 1000;

/** Timers are late by a millisecond or more; the last one is waited for turn by turn. */
async function waitUntil(due: number): Promise<void> {
  for (let left = due - performance.now(); left > 0; left = due - performance.now()) {
    await new Promise((wake) => {
      if (left > 3) setTimeout(wake, left - 2);
      else setImmediate(wake);
    });
  }
}

/** The status of the answer, or the code of what went wrong. */
function post(
  load: Load,
  body: string,
  from: { agent: Agent; localAddress: string },
): Promise<string> {
  return new Promise((resolve) => {
    const headers = { ...load.headers, 'Content-Length': String(Buffer.byteLength(body)) };
    const options = { method: 'POST', ...from, headers, timeout: ANSWER_MS };
    const sent = request(load.url, options, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(String(answer.statusCode)));
      answer.on('error', failed);
    });
    const failed = (error: NodeJS.ErrnoException): void => resolve(error.code ?? error.message);
    sent.on('error', failed);
    sent.on('timeout', () => sent.destroy());
    sent.end(body);
  });
}
