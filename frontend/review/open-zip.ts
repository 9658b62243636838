import type { ManifestFacts } from '../shared/review';
import type { RemoteZip } from '../shared/review-changes';
import { MOST_MANIFEST_BYTES, readManifest } from './manifest';
import { Content } from './text/content';
import { wholeText } from './text/whole';
import { readDirectory, type Directory } from './zip/directory';
import { remoteSource } from './zip/remote';
import { blobSource, SourceFailed, type ByteSource } from './zip/source';

export interface OpenZip {
  readonly source: ByteSource;
  readonly directory: Directory;
  /** Nothing where the ZIP has none, or none of Hearth's. */
  readonly manifest: ManifestFacts | undefined;
}

/** The list of a ZIP's entries, and what its manifest says of them. */
export async function openZip(from: Blob | RemoteZip): Promise<OpenZip> {
  const source = from instanceof Blob ? blobSource(from) : remoteSource(from);
  const directory = await readDirectory(source);
  return { source, directory, manifest: await manifestIn(source, directory) };
}

async function manifestIn(
  source: ByteSource,
  { entries, offset }: Directory,
): Promise<ManifestFacts | undefined> {
  const entry = entries.find(({ name }) => name === 'manifest.json');
  if (entry === undefined) {
    return undefined;
  }
  try {
    return readManifest(await wholeText(new Content(source, entry, offset), MOST_MANIFEST_BYTES));
  } catch (error) {
    if (error instanceof SourceFailed) {
      throw error;
    }
    // It is listed with the others, where it shows what is wrong with it.
    return undefined;
  }
}
