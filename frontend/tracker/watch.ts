import type { PageConfig } from '../shared/page-errors';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** FNV-1a of the key, folded to 18 bits, as io.hearth.errors.page.KeyHash writes them. */
export function keyHash(key: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) {
    hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  }
  const bits = (hash >>> 18) ^ (hash & 0x3ffff);
  return [12, 6, 0].map((shift) => DIGITS.charAt((bits >>> shift) & 63)).join('');
}

export interface Watch {
  /** Whether this is an app that somebody installed, other than a part of the product. */
  isApp(key: string): boolean;
  /** Whether errors of this plugin are wanted; the empty key stands for the product outside of its plugins. */
  watches(key: string): boolean;
}

/** A hash of another app's key is met once in 2^18 / apps times; the server knows the keys themselves and decides. */
export function watchOf({ a = '', c, e }: PageConfig): Watch {
  const hashes = a.match(/.{3}/g) ?? [];
  const apps = new Set(hashes);
  const watched = new Set(hashes.slice(0, c));
  const seen = new Map<string, string>();
  const hashOf = (key: string): string => {
    const hash = seen.get(key) ?? keyHash(key);
    seen.set(key, hash);
    return hash;
  };
  return {
    isApp: (key) => apps.has(hashOf(key)),
    watches: (key) => e === 1 || watched.has(hashOf(key)),
  };
}
