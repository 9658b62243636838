import { failureOf, type Reviewer } from '../../../../frontend/review/reviewer.ts';
import type { Answer, Review } from '../../../../frontend/shared/review.ts';

/** The page's side and the worker's, without a worker between them. */
export function joined(reviewer: Reviewer): Review {
  return new Proxy({} as Review, {
    get:
      (_, call: keyof Review) =>
      async (...args: never[]): Promise<Answer<unknown>> => {
        try {
          return {
            ok: true,
            value: await (reviewer[call] as (...all: never[]) => unknown).apply(reviewer, args),
          };
        } catch (error) {
          return { ok: false, failure: failureOf(error) };
        }
      },
  });
}
