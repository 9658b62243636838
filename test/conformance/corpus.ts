import type { Random } from '../tools/random.ts';
import { textOf, type Document, type Format, type Part } from './parts.ts';
import { Filler } from './placeholders.ts';
import type { FileTemplate, Profile } from './templates.ts';
import { world, type World } from './world.ts';

export interface Corpus {
  readonly profile: string;
  readonly seed: number;
  readonly world: World;
  readonly documents: readonly Document[];
}

const EXTENSION: Readonly<Record<Format, string>> = {
  lines: '.log',
  xml: '.xml',
  json: '.json',
  jsonl: '.json.log',
  yaml: '.yml',
  properties: '.properties',
  ini: '.ini',
};

/** Engines work in buffers of such sizes; values are made to lie across their borders. */
const BORDERS = [4096, 8192, 16384, 65536, 131072, 262144];

/** Divides the one long line; no value and no template holds it. */
const SEPARATOR = ' ;; ';

const LINES_PER_LOG = 1500;

/** `scale` 1 gives some ten thousand values; one seed gives one corpus. */
export function corpus(profile: Profile, random: Random, scale: number): Corpus {
  const people = Math.round(250 + 250 * scale);
  const made = world(random.fork(`world/${profile.name}`), profile.naming, people);
  const documents = [
    ...revealing(profile, random.fork('reveal'), made),
    ...logs(profile, random.fork('logs'), made, Math.max(1, Math.round(6 * scale))),
    ...profile.files.flatMap((file) => copies(file, random.fork(`file/${file.name}`), made, scale)),
    ...straddling(profile, random.fork('borders'), made),
    oneLongLine(profile, random.fork('one-line'), made),
  ];
  return { profile: profile.name, seed: random.seed, world: made, documents };
}

/** Every person and machine shows in a place that gives them away, as on a real instance. */
function revealing(profile: Profile, random: Random, made: World): Document[] {
  const filler = new Filler(random, made);
  const column: Part[] = [];
  const directory: Part[] = [];
  const app: Part[] = [];
  const add = (to: Part[], parts: Part[]): number => to.push(...parts, '\n');
  for (const person of made.people) {
    if (person.revealed === 'column') {
      add(column, filler.line(random.pick(profile.reveal.column), person));
    }
    if (person.revealed === 'directory') {
      add(directory, filler.line(random.pick(profile.reveal.directory), person));
    } else {
      add(app, filler.line(random.pick(profile.reveal.mail), person));
    }
  }
  for (const machine of made.machines) {
    const value: Part = {
      role: 'planted',
      text: machine,
      kind: 'host-label',
      severity: 'internal',
      spelling: 'machine/jdbc',
      entity: `host:${machine}`,
      person: '',
      needles: [machine],
      pieces: 1,
    };
    add(app, ['datasource jdbc:postgresql://', value, ':5432/jira is up']);
  }
  const document = (name: string, format: Format, parts: Part[]): Document => ({
    name,
    format,
    encoding: 'utf8',
    parts,
  });
  return [
    document('access_log.2026-03-01', 'lines', column),
    document('directory.json.log', 'jsonl', directory),
    document('atlassian-application.log', 'lines', app),
  ];
}

/** Draws each template equally often, in an order of its own. */
function* bag(templates: readonly string[], random: Random): Generator<string, never> {
  for (;;) {
    yield* random.shuffle([...templates]);
  }
}

function logs(profile: Profile, random: Random, made: World, count: number): Document[] {
  const filler = new Filler(random, made);
  const dangerous = bag(profile.lines, random);
  const harmless = bag(profile.harmless, random);
  return Array.from({ length: count }, (_, index) => {
    const parts: Part[] = [];
    for (let line = 0; line < LINES_PER_LOG; line++) {
      const template = random.chance(0.45) ? harmless.next().value : dangerous.next().value;
      parts.push(...filler.line(template, filler.everyPerson()), '\n');
    }
    return { name: `application-${index}.log`, format: 'lines', encoding: 'utf8', parts };
  });
}

function copies(file: FileTemplate, random: Random, made: World, scale: number): Document[] {
  const newline = file.crlf === true ? '\r\n' : '\n';
  const filler = new Filler(random, made, newline);
  const count = Math.max(3, Math.round(file.copies * scale));
  return Array.from({ length: count }, (_, index) => ({
    name: `${file.name}-${index}${file.extension ?? EXTENSION[file.format]}`,
    format: file.format,
    encoding: file.encoding ?? 'utf8',
    parts: filler.line(file.body.replaceAll('\n', newline), filler.everyPerson()),
  }));
}

/** One file per border and cut: a value begins that many bytes before the border. */
function straddling(profile: Profile, random: Random, made: World): Document[] {
  const filler = new Filler(random, made);
  const templates = bag(profile.lines, random);
  return BORDERS.flatMap((border) =>
    Array.from({ length: 12 }, (_, index): Document => {
      const parts = filler.line(templates.next().value, filler.everyPerson());
      const first = parts.findIndex((part) => typeof part !== 'string' && part.role === 'planted');
      const before = Buffer.byteLength(textOf(parts.slice(0, Math.max(0, first))));
      const value = Buffer.byteLength(textOf(parts.slice(first, first + 1)));
      const cut = random.between(1, Math.max(1, value - 1));
      return {
        name: `border-${border}-${index}.log`,
        format: 'lines',
        encoding: 'utf8',
        parts: [padding(border - before - cut), ...parts, '\n', 'end of file\n'],
      };
    }),
  );
}

/** Lines of plain words, so many bytes in all, with a line end last. */
function padding(bytes: number): string {
  const line = `${'quiet words of no interest '.repeat(3).trim()}\n`;
  const text = line.repeat(Math.ceil(bytes / line.length)).slice(0, Math.max(0, bytes - 1));
  return `${text}\n`;
}

/** 600 KB without a line end, values all over it. */
function oneLongLine(profile: Profile, random: Random, made: World): Document {
  const filler = new Filler(random, made);
  const parts: Part[] = [];
  const templates = bag(profile.lines, random);
  for (let bytes = 0; bytes < 600_000; ) {
    const one = [...filler.line(templates.next().value, filler.everyPerson()), SEPARATOR];
    parts.push(...one);
    bytes += textOf(one).length;
  }
  return { name: 'one-line.log', format: 'lines', encoding: 'utf8', parts, separator: SEPARATOR };
}
