import type { Mapped, MapRequest } from '../../shared/symbolication';

/** Maps frames in a worker of the app's own chunks, which a strict policy allows; it lives for one question. */
export function mapInWorker(request: MapRequest): Promise<readonly (readonly Mapped[])[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../../symbolication/worker.ts', import.meta.url));
    worker.addEventListener('message', (event: MessageEvent<Mapped[][] | string>) => {
      worker.terminate();
      if (typeof event.data === 'string') {
        reject(new Error(event.data));
      } else {
        resolve(event.data);
      }
    });
    worker.addEventListener('error', (event) => {
      worker.terminate();
      reject(new Error(event.message));
    });
    worker.postMessage(request);
  });
}
