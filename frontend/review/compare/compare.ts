import type { Comparison } from '../../shared/comparison';
import type { OpenZip } from '../open-zip';
import { Comparer } from './comparer';
import type { KnownZip } from './zip-facts';

/** What Hearth did not make has no entries that could be told from others. */
export class NoManifest extends Error {
  constructor() {
    super('no manifest');
    this.name = 'NoManifest';
  }
}

/** @param wanted throws once nobody waits for the result any more */
export function compareWith(
  open: OpenZip,
  other: OpenZip,
  swapped: boolean,
  wanted: () => void,
): Promise<Comparison> {
  const [one, two] = [known(open), known(other)];
  const openFirst = isOlder(one, two) !== swapped;
  const [before, after] = openFirst ? [one, two] : [two, one];
  return new Comparer(before, after, wanted).compare(openFirst);
}

function known({ manifest, ...zip }: OpenZip): KnownZip {
  if (manifest === undefined) {
    throw new NoManifest();
  }
  return { ...zip, manifest };
}

function isOlder({ manifest: one }: KnownZip, { manifest: two }: KnownZip): boolean {
  return Date.parse(one.startedAt) <= Date.parse(two.startedAt);
}
