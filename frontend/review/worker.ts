import type { Question, Reply } from '../shared/review';
import { failureOf, Reviewer } from './reviewer';

/** Lets messages in: a timer would wait four milliseconds each time. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

const reviewer = new Reviewer(pause);

/** Runs beside the page: a ZIP of any size is read here, and only what is shown goes to the page. */
self.addEventListener('message', (event: MessageEvent<Question>) => {
  void answer(event.data);
});

async function answer({ id, call, args }: Question): Promise<void> {
  const reply = (answered: Reply['answer']): void => {
    self.postMessage({ id, answer: answered } satisfies Reply);
  };
  try {
    // The page's side of the calls has the same types: see frontend/admin/review/in-worker.ts.
    const asked: Readonly<Record<string, (...given: readonly unknown[]) => unknown>> =
      reviewer as never;
    reply({ ok: true, value: await asked[call]?.(...args) });
  } catch (error) {
    reply({ ok: false, failure: failureOf(error) });
  }
}
