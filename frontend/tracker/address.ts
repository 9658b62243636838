/** What the address of a script tells without reading the script. */
export interface Address {
  /** A kind of address that no app serves: an extension's, or one of a browser's own scripts. */
  readonly foreign: boolean;
  /** The plugin key; empty in a context batch and for other scripts. */
  readonly plugin: string;
  /** `pluginKey:moduleKey`; empty when the address does not tell. */
  readonly module: string;
  /** The app's version, where the address carries it; empty otherwise. */
  readonly release: string;
  /** Several files in one, each under a mark of its own. */
  readonly batch: boolean;
  /** The path without context path, cache keys, host, query and fragment. */
  readonly file: string;
}

const FOREIGN =
  /^(?:(?:chrome|moz|ms-browser|safari(?:-web)?)-extension|chrome|webkit-masked-url):/;

/** The products' addresses: `…/s/<cache keys>/<version>/_/download/<kind>/<rest>`, and without `/s/…/_`. */
const DOWNLOAD = /(?:\/([^/]+)\/_)?(\/download\/(batch|resources|contextbatch)\/(.+))$/;

const SCRIPT = /\.(?:m|c)?js$/;

export function addressOf(url: string): Address {
  const nothing = { plugin: '', module: '', release: '', batch: false };
  if (FOREIGN.test(url)) {
    return { foreign: true, ...nothing, file: '' };
  }
  const path = /^https?:\/\/[^/]*([^?#]*)/.exec(url)?.[1];
  if (path === undefined) {
    // `<anonymous>`, `native code` and the like.
    return { foreign: false, ...nothing, file: url.includes(':') ? '(other)' : url };
  }
  const [, version = '', download = '', kind, rest = ''] = DOWNLOAD.exec(path) ?? [];
  if (kind === 'contextbatch') {
    return { foreign: false, ...nothing, batch: true, file: 'batch.js' };
  }
  if (kind !== undefined) {
    const [owner = '', ...name] = rest.split('/');
    return {
      foreign: false,
      plugin: owner.split(':')[0] ?? '',
      module: owner.includes(':') ? owner : '',
      release: version,
      batch: kind === 'batch',
      file: kind === 'batch' ? download : name.join('/'),
    };
  }
  // The page itself stands in the stack of an inline script; its path may name what somebody works on.
  return { foreign: false, ...nothing, file: SCRIPT.test(path) ? path : '(page)' };
}
