/** Takes the bytes of a ZIP while it is written. */
export interface Sink {
  readonly write: (part: Blob | Uint8Array) => Promise<void>;
  /** Gives the file back where it lies in the browser's hands. */
  readonly close: () => Promise<Blob | undefined>;
  /** Leaves nothing behind. */
  readonly abort: () => Promise<void>;
}

/** Small parts are put together: each that is handed on costs a message to the browser. */
const BATCH = 1024 * 1024;

function batched(put: (part: Blob | Uint8Array<ArrayBuffer>) => Promise<void>): {
  readonly write: Sink['write'];
  readonly flush: () => Promise<void>;
} {
  let batch = new Uint8Array(BATCH);
  let filled = 0;
  const flush = async (): Promise<void> => {
    if (filled > 0) {
      const full = batch.subarray(0, filled);
      batch = new Uint8Array(BATCH);
      filled = 0;
      await put(full);
    }
  };
  return {
    flush,
    write: async (part) => {
      if (part instanceof Blob) {
        await flush();
        await put(part);
        return;
      }
      for (let at = 0; at < part.length;) {
        const piece = part.subarray(at, at + BATCH - filled);
        batch.set(piece, filled);
        filled += piece.length;
        at += piece.length;
        if (filled === BATCH) {
          await flush();
        }
      }
    },
  };
}

/**
 * A file in the browser's hands. What is copied stays a part of the file on the person's disk, and what is new is the
 * browser's to keep, which it does on the disk when it is much: the page holds one batch.
 */
export function blobSink(type = 'application/zip'): Sink {
  const parts: Blob[] = [];
  const { write, flush } = batched((part) => {
    parts.push(part instanceof Blob ? part : new Blob([part]));
    return Promise.resolve();
  });
  return {
    write,
    close: async () => {
      await flush();
      return new Blob(parts, { type });
    },
    abort: () => Promise.resolve(),
  };
}

/** A file that the person chose: nothing appears there before it is whole. */
export async function fileSink(file: FileSystemFileHandle): Promise<Sink> {
  const out = await file.createWritable();
  const { write, flush } = batched((part) => out.write(part));
  return {
    write,
    close: async () => {
      await flush();
      await out.close();
      return undefined;
    },
    abort: () => out.abort(),
  };
}
