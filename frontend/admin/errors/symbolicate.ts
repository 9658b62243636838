import type { Mapped, MapRequest } from '../../shared/symbolication';
import type { Group, Sample, Symbolication } from './contract';

/** Maps frames elsewhere: in a worker on the page, at once in a test. */
export type MapFrames = (request: MapRequest) => Promise<readonly (readonly Mapped[])[]>;

/** Which maps the frames of an app need, and where they are. */
export function mapsWanted(
  group: Group,
  sample: Sample,
  url: (path: string) => string,
): MapRequest {
  const maps = new Map<string, string>();
  const exceptions = sample.exceptions.map(({ frames }) =>
    frames.map((frame) => {
      const app = frame.module?.split(':')[0] ?? group.app.key;
      if (!frame.inApp || app === '' || frame.file === '') {
        return { map: '', line: 0, column: 0 };
      }
      const asked = new URLSearchParams({ app, file: frame.file });
      // The release is the one of the app that the error belongs to.
      if (app === group.app.key && sample.appRelease !== '') {
        asked.set('release', sample.appRelease);
      }
      const map = asked.toString();
      maps.set(map, url(`source-maps/content?${map}`));
      return { map, line: frame.line, column: frame.column };
    }),
  );
  return { maps: [...maps].map(([id, at]) => ({ id, url: at })), exceptions };
}

/** What the server keeps, or nothing when no frame was found in any map. */
export function symbolicationOf(
  sample: Sample,
  found: readonly (readonly Mapped[])[],
): Symbolication | undefined {
  return found.some((frames) => frames.some((frame) => frame !== null))
    ? { sample: sample.id, exceptions: found.map((frames) => [...frames]) }
    : undefined;
}
