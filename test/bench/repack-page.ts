/** In a page: packs all entries of a ZIP but one again, by what packs an entry that a person edited. */
import { ZipWriter } from '../../frontend/review/change/zip-writer';
import { blobSink } from '../../frontend/review/change/sink';
import { Content } from '../../frontend/review/text/content';
import { readDirectory } from '../../frontend/review/zip/directory';
import { blobSource } from '../../frontend/review/zip/source';
import { saveFile } from '../../frontend/admin/save-file';

declare global {
  interface Window {
    repack: (without: string) => Promise<void>;
  }
}

window.repack = async (without) => {
  const file = document.querySelector('input')?.files?.[0];
  if (file === undefined) throw new Error('no file was chosen');
  const source = blobSource(file);
  const directory = await readDirectory(source);
  const sink = blobSink();
  const zip = new ZipWriter(sink, () => undefined);
  for (const entry of directory.entries) {
    if (entry.name !== without) {
      const text = new Content(source, entry, directory.offset).everything();
      await zip.entry(entry.name, entry.modified, entry.size, text);
    }
  }
  await zip.close();
  saveFile('packed-again.zip', (await sink.close()) ?? new Blob([]));
};
