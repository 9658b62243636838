/**
 * Cleans a HAR (HTTP Archive 1.2), which holds all that a browser and a server said to each other. Only members that
 * are named here pass, so what another browser adds does not; secrets in those are replaced, and each is counted.
 */
import type { Tally } from '../../shared/review-changes';
import { cleaned } from './second-look';

export const TAKEN_OUT = '[taken out]';

const MOST_ENTRIES = 20_000;
const MOST_FIELDS = 500;
const LONGEST_TEXT = 4096;
const DEEPEST = 40;

/** What the counts are called; see `ui.review.change.har.*`. */
export type HarKind =
  'address' | 'authorization' | 'body' | 'content' | 'cookie' | 'field' | 'other' | 'secret';

/** A file that is no HAR, or one of more requests than are looked at. */
export class NotAHar extends Error {}

/** Names of headers, of fields, and of parameters whose value is nobody's business. */
const SENSITIVE =
  /auth|token|secret|passw|pwd|passphrase|credential|session|sid$|cookie|csrf|xsrf|signature|^sig$|api-?key|^key$|jwt|saml|assertion|otp|^pin$|^code$|^state$|nonce/i;
const PERSONAL =
  /user|login|e?-?mail|account|phone|first-?name|last-?name|full-?name|display-?name|forwarded|real-ip|client-ip|^from$|^name$/i;
/** They name no person, though their names sound like it. */
const HARMLESS = /^(?:user-agent|:?authority)$/i;
const COOKIES = /^(?:set-)?cookie2?$/i;
const AUTHORIZATION = /^(?:proxy-)?authorization$/i;

type Json = Readonly<Record<string, unknown>>;

/** @param text of the whole file */
export function cleanHar(text: string): { readonly text: string; readonly takenOut: Tally } {
  const cleaner = new Cleaner();
  const log = objectOf(objectOf(parsed(text))['log']);
  const entries = log['entries'];
  if (!Array.isArray(entries) || entries.length > MOST_ENTRIES) {
    throw new NotAHar();
  }
  const har = { log: cleaner.log(log, entries) };
  return { text: JSON.stringify(har, undefined, 1), takenOut: Object.fromEntries(cleaner.counts) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new NotAHar();
  }
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.slice(0, MOST_FIELDS).map(objectOf) : [];
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : -1;
}

class Cleaner {
  readonly counts = new Map<HarKind, number>();

  private took(kind: HarKind, times = 1): void {
    if (times > 0) {
      this.counts.set(kind, (this.counts.get(kind) ?? 0) + times);
    }
  }

  log(log: Json, entries: readonly unknown[]): Json {
    const maker = (value: unknown): Json => {
      const { name, version } = objectOf(value);
      return { name: this.text(name), version: this.text(version) };
    };
    this.others(log, ['version', 'creator', 'browser', 'pages', 'entries']);
    return {
      version: this.text(log['version']),
      creator: maker(log['creator']),
      browser: maker(log['browser']),
      pages: listOf(log['pages']).map((page) => ({
        startedDateTime: this.text(page['startedDateTime']),
        id: this.text(page['id']),
        // It is what stands in the window's title: of an issue, its summary.
        title: '',
        pageTimings: this.numbers(page['pageTimings'], ['onContentLoad', 'onLoad']),
      })),
      entries: entries.map((entry) => this.entry(objectOf(entry))),
    };
  }

  private entry(entry: Json): Json {
    this.others(entry, [
      ...['pageref', 'startedDateTime', 'time', 'request', 'response', 'cache', 'timings'],
      ...['serverIPAddress', 'connection'],
    ]);
    this.took('address', entry['serverIPAddress'] === undefined ? 0 : 1);
    return {
      ...(entry['pageref'] === undefined ? {} : { pageref: this.text(entry['pageref']) }),
      startedDateTime: this.text(entry['startedDateTime']),
      time: numberOf(entry['time']),
      request: this.request(objectOf(entry['request'])),
      response: this.response(objectOf(entry['response'])),
      cache: {},
      timings: this.numbers(entry['timings'], [
        ...['blocked', 'dns', 'connect', 'send', 'wait', 'receive', 'ssl'],
      ]),
    };
  }

  private request(request: Json): Json {
    this.took('cookie', listOf(request['cookies']).length);
    const body = this.postData(request['postData']);
    return {
      method: this.text(request['method']),
      url: this.url(request['url']),
      httpVersion: this.text(request['httpVersion']),
      cookies: [],
      headers: this.fields(request['headers'], (name, value) => this.header(name, value)),
      queryString: this.fields(request['queryString'], (name, value) => this.field(name, value)),
      ...(body === undefined ? {} : { postData: body }),
      headersSize: numberOf(request['headersSize']),
      bodySize: numberOf(request['bodySize']),
    };
  }

  private response(response: Json): Json {
    this.took('cookie', listOf(response['cookies']).length);
    const content = objectOf(response['content']);
    // What a server answers is pages and data of the product; a support engineer needs its size and status.
    this.took('content', typeof content['text'] === 'string' && content['text'] !== '' ? 1 : 0);
    return {
      status: numberOf(response['status']),
      statusText: this.text(response['statusText']),
      httpVersion: this.text(response['httpVersion']),
      cookies: [],
      headers: this.fields(response['headers'], (name, value) => this.header(name, value)),
      content: { size: numberOf(content['size']), mimeType: this.text(content['mimeType']) },
      redirectURL: this.url(response['redirectURL']),
      headersSize: numberOf(response['headersSize']),
      bodySize: numberOf(response['bodySize']),
    };
  }

  private numbers(value: unknown, names: readonly string[]): Json {
    const from = objectOf(value);
    return Object.fromEntries(names.map((name) => [name, numberOf(from[name])]));
  }

  private fields(value: unknown, clean: (name: string, value: string) => string): readonly Json[] {
    const long = Array.isArray(value) ? value.length - MOST_FIELDS : 0;
    this.took('other', Math.max(0, long));
    return listOf(value).map((field) => {
      const name = this.text(field['name']);
      return { name, value: typeof field['value'] === 'string' ? clean(name, field['value']) : '' };
    });
  }

  private header(name: string, value: string): string {
    if (COOKIES.test(name)) {
      this.took('cookie');
      return TAKEN_OUT;
    }
    if (AUTHORIZATION.test(name)) {
      this.took('authorization');
      return TAKEN_OUT;
    }
    const address = /^(?:referer|location|content-location|origin|:path)$/i.test(name);
    return address ? this.url(value) : this.field(name, value);
  }

  private field(name: string, value: string): string {
    if (value !== '' && isTelling(name)) {
      this.took('field');
      return TAKEN_OUT;
    }
    return this.text(value);
  }

  /** A text without what looks like a secret. */
  private text(value: unknown): string {
    if (typeof value !== 'string') {
      return '';
    }
    const { text, found } = cleaned(value.slice(0, LONGEST_TEXT), TAKEN_OUT);
    this.took('secret', found);
    return text;
  }

  /** An address without user, password and fragment, and without the values of telling parameters. */
  private url(value: unknown): string {
    if (typeof value !== 'string' || value === '') {
      return '';
    }
    const [, before = '', query, fragment] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(value) ?? [];
    const place = before
      .replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, (_, scheme: string) => {
        this.took('authorization');
        return `${scheme}${TAKEN_OUT}@`;
      })
      .replace(/;[^/]*/g, () => {
        this.took('field');
        return '';
      });
    if (/^(?:data|blob|javascript):/i.test(place)) {
      this.took('content');
      return place.slice(0, place.indexOf(':') + 1);
    }
    this.took('other', fragment === undefined || fragment === '#' ? 0 : 1);
    return this.text(place) + (query === undefined ? '' : `?${this.form(query.slice(1))}`);
  }

  /** `application/x-www-form-urlencoded`, as queries and posted forms have it. */
  private form(text: string): string {
    const pairs = text.slice(0, LONGEST_TEXT * 4).split('&', MOST_FIELDS);
    return pairs
      .map((pair) => {
        const at = pair.indexOf('=');
        if (at < 0) {
          return this.text(pair);
        }
        const raw = pair.slice(at + 1);
        const value = decoded(raw);
        const clean = this.field(decoded(pair.slice(0, at)), value);
        return `${this.text(pair.slice(0, at))}=${clean === value ? raw : clean}`;
      })
      .join('&');
  }

  private postData(value: unknown): Json | undefined {
    if (value === undefined || value === null) {
      return undefined;
    }
    const data = objectOf(value);
    const mimeType = this.text(data['mimeType']);
    const text = typeof data['text'] === 'string' ? data['text'] : '';
    return {
      mimeType,
      // The name of a file that was uploaded may tell of its content.
      params: this.fields(data['params'], (name, one) => this.field(name, one)),
      text: this.body(mimeType, text),
    };
  }

  /** Of a body whose form is not known nothing is kept. */
  private body(mimeType: string, text: string): string {
    if (text === '') {
      return '';
    }
    if (/json/i.test(mimeType)) {
      try {
        return JSON.stringify(this.json('', JSON.parse(text), 0));
      } catch {
        // Cut by the browser, or none.
      }
    } else if (/x-www-form-urlencoded/i.test(mimeType)) {
      return this.form(text);
    }
    this.took('body');
    return TAKEN_OUT;
  }

  private json(name: string, value: unknown, depth: number): unknown {
    if (depth > DEEPEST) {
      this.took('body');
      return TAKEN_OUT;
    }
    if (Array.isArray(value)) {
      return value.map((one) => this.json(name, one, depth + 1));
    }
    if (typeof value === 'object' && value !== null) {
      if (isTelling(name)) {
        this.took('field');
        return TAKEN_OUT;
      }
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [this.text(key), this.json(key, one, depth + 1)]),
      );
    }
    if (typeof value === 'string') {
      return this.field(name, value);
    }
    if (typeof value !== 'number' && typeof value !== 'boolean') {
      return null;
    }
    // A number may be a PIN.
    return this.field(name, String(value)) === TAKEN_OUT ? TAKEN_OUT : value;
  }

  /** Members that do not pass. */
  private others(value: Json, known: readonly string[]): void {
    this.took('other', Object.keys(value).filter((name) => !known.includes(name)).length);
  }
}

function isTelling(name: string): boolean {
  return (SENSITIVE.test(name) || PERSONAL.test(name)) && !HARMLESS.test(name);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}
