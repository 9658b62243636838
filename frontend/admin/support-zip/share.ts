import type { Progress } from './contract';

/** In milliseconds, once enough is done to tell. */
export function timeLeft(progress: Progress): number | undefined {
  const share = shareDone(progress) ?? 0;
  return share < 0.05 || progress.elapsedMs < 3000
    ? undefined
    : (progress.elapsedMs * (1 - share)) / share;
}

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
