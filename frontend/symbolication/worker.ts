import type { Mapped, MapRequest } from '../shared/symbolication';
import { mapFrames } from './map-frames';

/** Runs beside the page: a map of some megabytes is fetched, parsed and searched here. */
self.addEventListener('message', (event: MessageEvent<MapRequest>) => {
  answer(event.data).then(
    (mapped) => {
      self.postMessage(mapped);
    },
    (error: unknown) => {
      // An error inside a promise does not reach the page by itself.
      self.postMessage(String(error));
    },
  );
});

async function answer(request: MapRequest): Promise<Mapped[][]> {
  const texts = await Promise.all(
    request.maps.map(async ({ id, url }): Promise<[string, string] | undefined> => {
      const response = await fetch(url, {
        headers: { Accept: 'application/json' },
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'manual',
      });
      return response.ok ? [id, await response.text()] : undefined;
    }),
  );
  const maps = new Map(texts.filter((one) => one !== undefined));
  return mapFrames(maps, request.exceptions);
}
