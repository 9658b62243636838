import type { Gap } from '../../shared/comparison';
import type { EntryFacts, ManifestFacts } from '../../shared/review';
import type { OpenZip } from '../open-zip';
import { Content, NotOpened } from '../text/content';
import { wholeText } from '../text/whole';
import type { ZipEntry } from '../zip/entry';
import { SourceGone } from '../zip/remote';
import { SourceFailed } from '../zip/source';

/** What is read of one ZIP in all; the entries that are compared have some hundred kilobytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A ZIP of Hearth's: its manifest says what its entries are. */
export interface KnownZip extends OpenZip {
  readonly manifest: ManifestFacts;
}

/** A node of a ZIP: its entries have names that begin alike. */
export interface ZipNode {
  readonly name: string;
  readonly prefix: string;
}

/** More are not compared: each has some fifty entries to read. */
export const MOST_NODES = 20;

/** A ZIP as far as it is compared: entries by their names, each read once and only up to a bound. */
export class ComparedZip {
  readonly nodes: readonly ZipNode[];
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  private readonly said: ReadonlyMap<string, EntryFacts>;
  private left = MOST_BYTES;

  constructor(private readonly zip: KnownZip) {
    const { directory, manifest } = zip;
    this.entries = new Map(directory.entries.map((entry) => [entry.name, entry]));
    this.said = new Map(manifest.entries.map((entry) => [entry.name, entry]));
    const names = new Set<string>();
    for (const name of [...this.entries.keys(), ...this.said.keys()]) {
      const [, node] = /^nodes\/([^/]+)\//.exec(name) ?? [];
      if (node !== undefined) names.add(node);
    }
    this.nodes =
      names.size === 0
        ? [{ name: manifest.node, prefix: '' }]
        : [...names].sort().map((name) => ({ name, prefix: `nodes/${name}/` }));
  }

  get manifest(): ManifestFacts {
    return this.zip.manifest;
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  isCut(name: string): boolean {
    return this.said.get(name)?.state === 'cut';
  }

  /** Names of the entries in a folder, without the folder. */
  below(folder: string): readonly string[] {
    return [...new Set([...this.entries.keys(), ...this.said.keys()])]
      .filter((name) => name.startsWith(folder) && !name.endsWith('/'))
      .map((name) => name.slice(folder.length));
  }

  /** Why an entry that is not there is not there. */
  absence(name: string): Gap {
    const said = this.said.get(name);
    return said?.state === 'missing'
      ? { why: 'missing', detail: said.text ?? '' }
      : { why: 'not-there', detail: '' };
  }

  /** The text of an entry, or why there is none; throws only where the ZIP itself cannot be read any more. */
  async text(name: string, most: number): Promise<Gap | string> {
    const entry = this.entries.get(name);
    if (entry === undefined) {
      return this.absence(name);
    }
    if (entry.size > most || entry.size > this.left) {
      return { why: 'too-large', detail: '' };
    }
    this.left -= entry.size;
    try {
      const { source, directory } = this.zip;
      return await wholeText(new Content(source, entry, directory.offset), most);
    } catch (error) {
      if (error instanceof SourceFailed || error instanceof SourceGone) {
        throw error;
      }
      const detail = error instanceof NotOpened || !(error instanceof Error) ? '' : error.message;
      return { why: 'unreadable', detail };
    }
  }
}
