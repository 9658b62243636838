import type { Progress } from './contract';

/** How much is done, 0 to 1, by bytes, or by files where no bytes are expected; undefined when nobody can tell. */
export function shareDone(progress: Progress | undefined): number | undefined {
  if (progress === undefined) {
    return undefined;
  }
  const { bytesRead, bytesExpected, filesDone, filesTotal } = progress;
  if (bytesExpected > 0) {
    return Math.min(bytesRead / bytesExpected, 1);
  }
  return filesTotal > 0 ? Math.min(filesDone / filesTotal, 1) : undefined;
}
