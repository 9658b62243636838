import { closeSync, mkdirSync, openSync, utimesSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { CONFIG_FILES, secrets, type Secrets } from './config-files.ts';
import { LogClock } from './log-clock.ts';
import { LogContext, paths } from './log-lines.ts';
import { organisation, type Organisation } from './people.ts';
import { LOGS, type LogKind } from './product-logs.ts';
import { Random } from './random.ts';
import { codeBase } from './stack-traces.ts';

export type ProductName = 'jira' | 'confluence' | 'bitbucket';

export interface InstanceOptions {
  readonly product: ProductName;
  /** Created when missing; holds `home`, `shared-home` (Bitbucket: `home/shared`) and `install`. */
  readonly out: string;
  /** Bytes on disk, met within some per cent. */
  readonly bytes: number;
  readonly seed: number;
  readonly users?: number;
  /** The newest line's time, and the newest file's. */
  readonly until?: Date;
}

export interface Instance {
  readonly product: ProductName;
  readonly home: string;
  readonly sharedHome: string;
  readonly install: string;
  readonly bytes: number;
  readonly files: number;
  readonly organisation: Organisation;
  readonly secrets: Secrets;
}

const DEFAULT_UNTIL = Date.UTC(2026, 2, 1, 12, 0, 0);
const DAYS_OF_LOGS = 14;
const DAY = 86_400_000;
const CHUNK = 512 * 1024;
/** A line with the deepest stack trace is a tenth of this. */
const LONGEST_LINE = 128 * 1024;
/** The products roll their main log at 20 MB; small instances get rotations too. */
const ROLL_AT = 20 * 1024 * 1024;
/** A rotated access log is packed by most administrators, but packing is slow: one file of a kind. */
const GZ_BYTES = 4 * 1024 * 1024;

class Writer {
  bytes = 0;
  files = 0;
  private readonly buffer = Buffer.allocUnsafe(CHUNK + LONGEST_LINE);

  text(path: string, text: string, modified: Date): void {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    utimesSync(path, modified, modified);
    this.bytes += Buffer.byteLength(text);
    this.files++;
  }

  /** Whole lines until `limit` bytes are full; answers the bytes on disk. */
  log(path: string, limit: number, kind: LogKind, context: LogContext, until: number): void {
    mkdirSync(dirname(path), { recursive: true });
    const millisPerByte = (until - context.clock.millis) / limit;
    const file = openSync(path, 'w');
    let written = 0;
    while (written < limit) {
      const want = Math.min(CHUNK, limit - written);
      const length = fill(this.buffer, want, kind, context, millisPerByte);
      writeSync(file, this.buffer, 0, length);
      written += length;
    }
    closeSync(file);
    utimesSync(path, new Date(until), new Date(until));
    this.bytes += written;
    this.files++;
  }

  packedLog(path: string, kind: LogKind, context: LogContext, limit: number, until: number): void {
    const plain = Buffer.allocUnsafe(limit + LONGEST_LINE);
    const millisPerByte = (until - context.clock.millis) / limit;
    const length = fill(plain, limit, kind, context, millisPerByte);
    const packed = gzipSync(plain.subarray(0, length));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, packed);
    utimesSync(path, new Date(until), new Date(until));
    this.bytes += packed.length;
    this.files++;
  }
}

/** Whole lines into the buffer's start until `limit` bytes are there; answers how many are. */
function fill(
  buffer: Buffer,
  limit: number,
  kind: LogKind,
  context: LogContext,
  millisPerByte: number,
): number {
  let length = 0;
  while (length < limit) {
    const bytes = buffer.write(kind.line(context), length, 'utf8');
    length += bytes;
    context.clock.advance(bytes * millisPerByte * 2 * context.random.unit());
  }
  return length;
}

function rotated(path: string, naming: LogKind['naming'], index: number, at: number): string {
  const date = new Date(at).toISOString().slice(0, 10);
  if (path.includes('%')) {
    return path.replace('%', index === 0 ? date : `${date}.${index}`);
  }
  if (index === 0) {
    return path;
  }
  return naming === 'number'
    ? `${path}.${index}`
    : path.replace(/(\.log)?$/, `-${date}.${index}$1`);
}

export function generateInstance(options: InstanceOptions): Instance {
  const { product, seed } = options;
  const out = resolve(options.out);
  const random = new Random(seed, product);
  const org = organisation(random.fork('people'), options.users ?? 2000);
  const secret = secrets(random.fork('secrets'));
  const home = join(out, 'home');
  const sharedHome = product === 'bitbucket' ? join(home, 'shared') : join(out, 'shared-home');
  const install = join(out, 'install');
  const roots = { home, shared: sharedHome, install };
  const until = options.until?.getTime() ?? DEFAULT_UNTIL;
  const writer = new Writer();
  [home, sharedHome, install].forEach((folder) => mkdirSync(folder, { recursive: true }));

  // Generic paths, so that the same seed gives the same bytes in any folder.
  const facts = {
    org,
    secret,
    home: `/var/atlassian/${product}`,
    shared: `/mnt/${product}-shared`,
  };
  for (const file of CONFIG_FILES[product](facts)) {
    writer.text(join(roots[file.root], file.path), file.text, new Date(until - 90 * DAY));
  }

  const code = codeBase(random.fork('code'), product);
  const urls = paths(random.fork('paths'), product);
  for (const kind of LOGS[product]) {
    writeKind(kind, options.bytes * kind.share);
  }

  function writeKind(kind: LogKind, budget: number): void {
    const rollAt = Math.max(4096, Math.min(ROLL_AT, Math.ceil(budget / 4)));
    const count = Math.max(1, Math.round(budget / rollAt));
    const span = (DAYS_OF_LOGS * DAY) / (count + 1);
    const context = (index: number): LogContext =>
      new LogContext(
        random.fork(`${kind.path}/${index}`),
        new LogClock(until - (index + 1) * span),
        org,
        code,
        urls,
      );
    for (let index = 0; index < count; index++) {
      const end = until - index * span;
      const path = join(roots[kind.root], rotated(kind.path, kind.naming, index, end));
      writer.log(path, Math.floor(budget / count), kind, context(index), end);
    }
    const end = until - count * span;
    const path = join(roots[kind.root], rotated(kind.path, kind.naming, count, end));
    writer.packedLog(`${path}.gz`, kind, context(count), Math.min(GZ_BYTES, rollAt), end);
  }

  return {
    product,
    home,
    sharedHome,
    install,
    bytes: writer.bytes,
    files: writer.files,
    organisation: org,
    secrets: secret,
  };
}

/** `1GB`, `50mb`, `123` (bytes); units of 1024. */
export function parseBytes(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(|k|m|g)b?$/i.exec(text.trim());
  const unit = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[match?.[2]?.toLowerCase() ?? ''];
  if (match?.[1] === undefined || unit === undefined) {
    throw new Error(`not a size: ${text} (examples: 50MB, 1GB)`);
  }
  return Math.floor(Number(match[1]) * unit);
}

export function parseProduct(text: string): ProductName {
  if (text === 'jira' || text === 'confluence' || text === 'bitbucket') {
    return text;
  }
  throw new Error(`not a product: ${text} (jira, confluence or bitbucket)`);
}

function main(): void {
  const { values } = parseArgs({
    options: {
      product: { type: 'string', default: 'jira' },
      out: { type: 'string' },
      bytes: { type: 'string', default: '50MB' },
      seed: { type: 'string', default: '7' },
      users: { type: 'string', default: '2000' },
    },
  });
  if (values.out === undefined) {
    throw new Error('--out DIR is missing');
  }
  const started = performance.now();
  const made = generateInstance({
    product: parseProduct(values.product),
    out: values.out,
    bytes: parseBytes(values.bytes),
    seed: Number(values.seed),
    users: Number(values.users),
  });
  const seconds = (performance.now() - started) / 1000;
  const rate = Math.round(made.bytes / 1e6 / seconds);
  console.log(`seed ${values.seed}: ${made.files} files, ${made.bytes} bytes, ${rate} MB/s`);
  console.log(`home ${made.home}\nshared ${made.sharedHome}\ninstall ${made.install}`);
}

if (process.argv[1]?.endsWith('generate-instance.ts') === true) {
  main();
}
