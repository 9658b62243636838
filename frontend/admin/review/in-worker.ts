import type { Answer, Question, Reply, Review, ReviewCalls } from '../../shared/review';

/** The reader of ZIPs in a worker of its own; one for the whole life of the page. */
export function reviewInWorker(): Review {
  const worker = new Worker(new URL('../../review/worker.ts', import.meta.url));
  const waiting = new Map<number, (answer: Answer<never>) => void>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    waiting.get(data.id)?.(data.answer as Answer<never>);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', (event) => {
    // A worker that does not load, or runs out of memory, answers nothing any more.
    for (const answer of waiting.values()) {
      answer({ ok: false, failure: { kind: 'failed', detail: event.message } });
    }
    waiting.clear();
  });
  const ask =
    <K extends keyof ReviewCalls>(call: K) =>
    (...args: Parameters<ReviewCalls[K]>): Promise<Answer<ReturnType<ReviewCalls[K]>>> =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        worker.postMessage({ id: last, call, args } satisfies Question);
      });
  return {
    open: ask('open'),
    view: ask('view'),
    state: ask('state'),
    lines: ask('lines'),
    placeOf: ask('placeOf'),
    search: ask('search'),
    hit: ask('hit'),
    error: ask('error'),
    text: ask('text'),
    threads: ask('threads'),
    compare: ask('compare'),
    countWord: ask('countWord'),
    add: ask('add'),
    change: ask('change'),
    recipient: ask('recipient'),
    seal: ask('seal'),
    work: ask('work'),
    stopWork: ask('stopWork'),
  };
}
