import { lineStarts } from './batch';

export interface Script {
  readonly text: string;
  readonly starts: readonly number[];
}

/** Reads a script; undefined when it cannot be had. */
export type ReadScript = (url: string) => Promise<Script | undefined>;

const MOST_SCRIPTS = 8;
const MOST_CHARACTERS = 16 << 20;
const LONGEST_MS = 3000;

/**
 * Scripts of this origin as the browser keeps them: the page has just run them, so its cache answers. Each is read once
 * a page, as far as a bound of number, size and time goes.
 */
export function scriptReader(): ReadScript {
  const read = new Map<string, Promise<Script | undefined>>();
  return (url) => {
    const known = read.get(url);
    if (known !== undefined) {
      return known;
    }
    if (!url.startsWith(`${location.origin}/`) || read.size >= MOST_SCRIPTS) {
      return Promise.resolve(undefined);
    }
    const script = load(url).catch(() => undefined);
    read.set(url, script);
    return script;
  };
}

async function load(url: string): Promise<Script | undefined> {
  const stop = new AbortController();
  const limit = setTimeout(() => stop.abort(), LONGEST_MS);
  try {
    const answer = await fetch(url, { cache: 'force-cache', signal: stop.signal });
    if (!answer.ok || answer.body === null) {
      return undefined;
    }
    const reader = answer.body.getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
      if (text.length > MOST_CHARACTERS) {
        stop.abort();
        return undefined;
      }
    }
    return { text, starts: lineStarts(text) };
  } finally {
    clearTimeout(limit);
  }
}
