import type { Place } from '../../shared/hand-over';
import { blobSink, fileSink, type Sink } from '../change/sink';

/** A file of this name is in the folder already, and may be what somebody still needs. */
export class Occupied extends Error {
  constructor(name: string) {
    super(name);
    this.name = 'Occupied';
  }
}

/** Takes files one after the other. */
export interface Shelf {
  /** Fails before anything is written where one of the files cannot be. */
  readonly check: (names: readonly string[]) => Promise<void>;
  readonly put: (name: string) => Promise<Sink>;
  /** Takes away what was put there. */
  readonly undo: () => Promise<void>;
}

const nothing = (): Promise<void> => Promise.resolve();

/** Without a place the files are in the browser's hands. */
export function shelfOf(place: Place | undefined): Shelf {
  if (place === undefined) {
    return {
      check: nothing,
      put: () => Promise.resolve(blobSink('application/octet-stream')),
      undo: nothing,
    };
  }
  return place.kind === 'file'
    ? { check: nothing, put: () => fileSink(place), undo: nothing }
    : folder(place);
}

function folder(place: FileSystemDirectoryHandle): Shelf {
  const made: string[] = [];
  return {
    check: async (names) => {
      for (const name of names) {
        if (await has(place, name)) {
          throw new Occupied(name);
        }
      }
    },
    put: async (name) => {
      const file = await place.getFileHandle(name, { create: true });
      made.push(name);
      return fileSink(file);
    },
    undo: async () => {
      await Promise.all(made.map((name) => place.removeEntry(name).catch(() => undefined)));
    },
  };
}

async function has(place: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await place.getFileHandle(name);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') {
      return false;
    }
    if (error instanceof DOMException && error.name === 'TypeMismatchError') {
      return true;
    }
    throw error;
  }
}
