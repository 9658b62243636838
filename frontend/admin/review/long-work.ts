import type { Answer, Review } from '../../shared/review';
import type { WorkState } from '../../shared/review-changes';

const PACE = 200;

/** Begins a long work of the worker, and tells how far it is until it ends. */
export async function followed<T>(
  review: Review,
  wait: (ms: number) => Promise<void>,
  begin: () => Promise<Answer<T>>,
  tell: (state: WorkState) => void,
): Promise<Answer<T>> {
  const running = { on: true };
  tell({ done: 0, total: 0 });
  void follow(review, wait, running, tell);
  try {
    return await begin();
  } finally {
    running.on = false;
  }
}

async function follow(
  review: Review,
  wait: (ms: number) => Promise<void>,
  running: { readonly on: boolean },
  tell: (state: WorkState) => void,
): Promise<void> {
  while (running.on) {
    await wait(PACE);
    const state = await review.work();
    // What it waited for may have ended meanwhile.
    if (state.ok && isOn(running)) {
      tell(state.value);
    }
  }
}

function isOn({ on }: { readonly on: boolean }): boolean {
  return on;
}
