/** Bytes that lie somewhere, read piece by piece: a file of the person's disk, or one of the server. */
export interface ByteSource {
  readonly size: number;
  /** Exactly so many bytes; fails where the source ends before. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
  /** The same bytes without reading them, where they lie on the person's disk. */
  readonly part?: (offset: number, length: number) => Blob;
}

/** The bytes ended before they should, or the file was changed under our hands. */
export class SourceFailed extends Error {
  constructor(offset: number, length: number, cause: string) {
    super(`bytes ${offset} to ${offset + length}: ${cause}`);
    this.name = 'SourceFailed';
  }
}

export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    part: (offset, length) => blob.slice(offset, offset + length),
    read: async (offset, length) => {
      if (offset < 0 || length < 0 || offset + length > blob.size) {
        throw new SourceFailed(offset, length, `there are ${blob.size}`);
      }
      try {
        return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
      } catch (error) {
        // A browser refuses to read a file that was changed after it was chosen.
        throw new SourceFailed(offset, length, String(error));
      }
    },
  };
}
