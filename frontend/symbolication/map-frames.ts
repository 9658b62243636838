import {
  FlattenMap,
  TraceMap,
  originalPositionFor,
  sourceContentFor,
  type EncodedSourceMap,
  type SourceMapInput,
} from '@jridgewell/trace-mapping';
import type { Mapped, MapRequest } from '../shared/symbolication';
import { nearestSegments, type Place } from './nearest-segments';

type Original = Exclude<Mapped, null>;

/** Lines around the one that failed, on either side. */
const AROUND = 3;
const LINE_LENGTH = 300;
const FILE_LENGTH = 500;
const NAME_LENGTH = 200;

/** Leads frames back to the original source; `maps` are the texts of source maps by id. */
export function mapFrames(
  maps: ReadonlyMap<string, string>,
  exceptions: MapRequest['exceptions'],
): Mapped[][] {
  const traced = new Map<string, TraceMap | undefined>();
  const trace = (id: string): TraceMap | undefined => {
    if (!traced.has(id)) {
      const places = exceptions.flat().filter((frame) => frame.map === id && frame.line > 0);
      traced.set(id, parsed(maps.get(id), places.map(placeOf)));
    }
    return traced.get(id);
  };
  const lines = new Map<string, readonly string[] | undefined>();
  const linesOf = (id: string, map: TraceMap, source: string): readonly string[] | undefined => {
    const key = `${id}\n${source}`;
    if (!lines.has(key)) {
      lines.set(key, sourceContentFor(map, source)?.split(/\r?\n/));
    }
    return lines.get(key);
  };
  return exceptions.map((frames) => {
    const found = frames.map((frame) => {
      const map = frame.line === 0 ? undefined : trace(frame.map);
      if (map === undefined) {
        return undefined;
      }
      // The library counts lines from 1 and columns from 0.
      const at = originalPositionFor(map, { line: frame.line, column: placeOf(frame).column });
      const { source, line, column, name } = at;
      // What is no map may still parse; it names no source.
      return typeof source !== 'string'
        ? undefined
        : { source, line, column, name, lines: linesOf(frame.map, map, source) };
    });
    // A frame is inside the function that the frame around it calls: the name at that call is its original name.
    return found.map((at, index) =>
      at === undefined ? null : original(at, found[index + 1]?.name ?? undefined),
    );
  });
}

function placeOf(frame: { readonly line: number; readonly column: number }): Place {
  return { line: frame.line - 1, column: Math.max(0, frame.column - 1) };
}

function parsed(text: string | undefined, places: readonly Place[]): TraceMap | undefined {
  if (text === undefined) {
    return undefined;
  }
  try {
    // Some servers answer with a guard against being read as a script.
    const map = JSON.parse(text.replace(/^\)\]\}'[^\n]*\n/, '')) as SourceMapInput;
    return isEncoded(map)
      ? new TraceMap({ ...map, mappings: nearestSegments(map.mappings, places) })
      : new FlattenMap(map);
  } catch {
    return undefined;
  }
}

/** Not of sections, each a map of its own. */
function isEncoded(map: SourceMapInput): map is EncodedSourceMap {
  return typeof map === 'object' && 'mappings' in map && typeof map.mappings === 'string';
}

function original(
  at: {
    readonly source: string;
    readonly line: number;
    readonly column: number;
    readonly lines: readonly string[] | undefined;
  },
  name: string | undefined,
): Original {
  const first = Math.max(1, at.line - AROUND);
  const context = at.lines
    ?.slice(first - 1, at.line + AROUND)
    .map((line) => line.slice(0, LINE_LENGTH));
  return {
    file: readable(at.source),
    line: at.line,
    column: at.column + 1,
    ...(name === undefined ? {} : { function: name.slice(0, NAME_LENGTH) }),
    ...(context === undefined || context.length === 0 ? {} : { context, contextLine: first }),
  };
}

/** Bundlers put a scheme and dots before the path of a source; they say nothing. */
function readable(source: string): string {
  return source
    .replace(/^webpack:\/\/[^/]*\//, '')
    .replace(/[?#].*$/, '')
    .replace(/^(?:\.{1,2}\/)+/, '')
    .slice(-FILE_LENGTH);
}
