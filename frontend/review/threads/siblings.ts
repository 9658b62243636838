import type { ZipEntry } from '../zip/entry';

/** The name under which the thread dumps of one collection stand in a Hearth ZIP. */
const DUMP = /^(.*)thread-dump-(\d+)\.txt$/;

/** As many as a collection makes at most, and as much text as the worker holds at once. */
const MOST = 20;
const MOST_BYTES = 64 * 1024 * 1024;

/** The dumps of the same collection in the order in which they were made; of any other text, itself. */
export function dumpsBeside(entry: ZipEntry, all: readonly ZipEntry[]): readonly ZipEntry[] {
  const folder = DUMP.exec(entry.name)?.[1];
  if (folder === undefined) {
    return [entry];
  }
  let bytes = 0;
  return all
    .map((other) => ({ other, match: DUMP.exec(other.name) }))
    .filter(({ match }) => match?.[1] === folder)
    .sort((a, b) => Number(a.match?.[2]) - Number(b.match?.[2]))
    .slice(0, MOST)
    .map(({ other }) => other)
    .filter(({ size }) => (bytes += size) <= MOST_BYTES);
}
