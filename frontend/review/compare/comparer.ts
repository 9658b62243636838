import type { Comparison, Difference, Gap, NotCompared, Side } from '../../shared/comparison';
import { differencesOf, type Part } from './differ';
import { configurationReader } from './facts/configuration';
import { MOST_FACTS, TooMany, type Reader } from './facts/fact';
import { logFacts } from './facts/logs';
import { inOrder } from './order';
import {
  CONFIGURATION_OF_A_NODE,
  LOGS,
  OF_A_NODE,
  WIDE,
  WIDE_CONFIGURATION,
  type PartKind,
} from './parts';
import { shortened } from './shorten';
import { ComparedZip, MOST_NODES, type KnownZip, type ZipNode } from './zip-facts';

const MOST_PART_BYTES = 1024 * 1024;
/** Its writer keeps to some two megabytes. */
const MOST_LOG_BYTES = 8 * 1024 * 1024;
const MOST_FILES = 300;

/** More is not looked for, so that hostile entries do not fill the memory: differences, and letters of their names. */
const MOST_KEPT = 100_000;
const MOST_LETTERS = 16 * 1024 * 1024;

/** What goes to the page; the rest is counted. */
export const MOST_DIFFERENCES = 20_000;

type Take = (text: string) => Omit<Part, 'cut'>;

interface Place {
  readonly node: string;
  readonly entry: string;
}

/** Compares what two ZIPs say, part by part; a part that one of them does not tell hides no other. */
export class Comparer {
  private readonly differences: Difference[] = [];
  private readonly notCompared: NotCompared[] = [];
  private readonly before: ComparedZip;
  private readonly after: ComparedZip;
  private letters = 0;
  private hours: readonly [number | undefined, number | undefined] = [undefined, undefined];

  constructor(
    before: KnownZip,
    after: KnownZip,
    private readonly wanted: () => void,
  ) {
    this.before = new ComparedZip(before);
    this.after = new ComparedZip(after);
  }

  async compare(openFirst: boolean): Promise<Comparison> {
    await this.part({ node: '', entry: LOGS }, LOGS, LOGS, MOST_LOG_BYTES, (text) => {
      const { facts, hours, forgotten } = logFacts(text);
      return { facts, hours, forgotten };
    });
    await this.wide();
    this.nodes();
    for (const [former, latter] of this.nodePairs()) {
      await this.node(former, latter);
    }
    const ordered = inOrder(this.differences);
    return {
      openFirst,
      before: sideOf(this.before, this.hours[0]),
      after: sideOf(this.after, this.hours[1]),
      differences: ordered.slice(0, MOST_DIFFERENCES).map(shortened),
      notCompared: this.notCompared,
      leftOut: Math.max(0, ordered.length - MOST_DIFFERENCES),
    };
  }

  private async wide(): Promise<void> {
    for (const kind of WIDE) {
      const [former, latter] = [speaker(this.before, kind.entry), speaker(this.after, kind.entry)];
      await this.known('', kind, former, latter);
    }
    const holds = (zip: ComparedZip): ZipNode =>
      zip.nodes.find(({ prefix }) => zip.below(prefix + WIDE_CONFIGURATION).length > 0) ??
      firstOf(zip);
    await this.configuration('', WIDE_CONFIGURATION, holds(this.before), holds(this.after));
  }

  private async node(former: ZipNode, latter: ZipNode): Promise<void> {
    const node = latter.name;
    for (const kind of OF_A_NODE) {
      await this.known(node, kind, former, latter);
    }
    for (const folder of CONFIGURATION_OF_A_NODE) {
      await this.configuration(node, folder, former, latter);
    }
  }

  /** Nodes are the same by their names; where both ZIPs have but one, these are compared whatever they are called. */
  private nodePairs(): readonly (readonly [ZipNode, ZipNode])[] {
    const { before, after } = this;
    if (before.nodes.length === 1 && after.nodes.length === 1) {
      return [[firstOf(before), firstOf(after)]];
    }
    const known = new Map(before.nodes.map((node) => [node.name, node]));
    const pairs = after.nodes.flatMap((latter): readonly (readonly [ZipNode, ZipNode])[] => {
      const former = known.get(latter.name);
      return former === undefined ? [] : [[former, latter]];
    });
    for (const [, { name, prefix }] of pairs.slice(MOST_NODES, MOST_FILES)) {
      const gap: Gap = { why: 'too-large', detail: '' };
      this.gap({ node: name, entry: prefix }, gap, gap);
    }
    return pairs.slice(0, MOST_NODES);
  }

  private nodes(): void {
    const names = (zip: ComparedZip): Part => ({
      facts: zip.nodes.slice(0, MOST_FILES).map(({ name }) => ({
        ...{ topic: 'nodes' as const, name: name === '' ? '–' : name },
        value: { kind: 'text', text: '' },
      })),
      cut: false,
    });
    this.differences.push(
      ...differencesOf(names(this.before), names(this.after), { node: '', entry: 'manifest.json' }),
    );
  }

  private known(node: string, kind: PartKind, former: ZipNode, latter: ZipNode): Promise<void> {
    const { entry, read } = kind;
    const names = [former.prefix + entry, latter.prefix + entry] as const;
    return this.part({ node, entry }, ...names, MOST_PART_BYTES, taking(read));
  }

  private async configuration(
    node: string,
    folder: string,
    { prefix: former }: ZipNode,
    { prefix: latter }: ZipNode,
  ): Promise<void> {
    const { before, after } = this;
    const [files, later] = [before.below(former + folder), after.below(latter + folder)];
    const all = [...new Set([...files, ...later])].sort();
    const looked = [collects(before, former), collects(after, latter)];
    if (looked.includes(false)) {
      if (looked.includes(true) && all.length > 0) {
        const gap: Gap = { why: 'not-there', detail: '' };
        this.gap({ node, entry: folder }, looked[0] ? undefined : gap, looked[1] ? undefined : gap);
      }
      return;
    }
    for (const file of all.slice(0, MOST_FILES)) {
      const place = { node, entry: folder + file };
      const names = [former + folder + file, latter + folder + file] as const;
      if (isAbsent(before, names[0]) || isAbsent(after, names[1])) {
        // Both ZIPs looked for the files of this folder, and only one found it.
        const whole = { kind: 'text', text: '' } as const;
        const side = isAbsent(before, names[0]) ? 'after' : 'before';
        const turn = side === 'after' ? 'new' : 'gone';
        const one = { ...place, topic: 'configuration', turn, name: '' } as const;
        this.differences.push({ ...one, [side]: whole });
      } else {
        await this.part(place, ...names, MOST_PART_BYTES, taking(configurationReader(file)));
      }
    }
    if (all.length > MOST_FILES) {
      const gap: Gap = { why: 'too-large', detail: `${all.length - MOST_FILES}` };
      this.gap({ node, entry: folder }, gap, gap);
    }
  }

  private async part(
    place: Place,
    former: string,
    latter: string,
    most: number,
    take: Take,
  ): Promise<void> {
    this.wanted();
    if (this.differences.length > MOST_KEPT || this.letters > MOST_LETTERS) {
      const gap: Gap = { why: 'too-large', detail: '' };
      this.gap(place, gap, gap);
      return;
    }
    const before = await partOf(this.before, former, most, take);
    const after = await partOf(this.after, latter, most, take);
    if (place.entry === LOGS) {
      this.hours = [hoursIn(before), hoursIn(after)];
    }
    if ('why' in before || 'why' in after) {
      this.gap(place, 'why' in before ? before : undefined, 'why' in after ? after : undefined);
      return;
    }
    const found = differencesOf(before, after, place);
    this.letters += found.reduce((sum, { name }) => sum + name.length, 0);
    this.differences.push(...found);
  }

  private gap(place: Place, before: Gap | undefined, after: Gap | undefined): void {
    this.notCompared.push({
      ...place,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    });
  }
}

const taking =
  (read: Reader): Take =>
  (text) => ({ facts: read(text) });

async function partOf(
  zip: ComparedZip,
  name: string,
  most: number,
  take: Take,
): Promise<Gap | Part> {
  const text = await zip.text(name, most);
  if (typeof text !== 'string') {
    return text;
  }
  try {
    const taken = take(text);
    if (taken.facts.length > MOST_FACTS) {
      throw new TooMany();
    }
    return { ...taken, cut: zip.isCut(name) };
  } catch (error) {
    const why = error instanceof TooMany ? 'too-large' : 'not-understood';
    return { why, detail: error instanceof Error ? error.message.slice(0, 200) : '' };
  }
}

function hoursIn(part: Gap | Part): number | undefined {
  return 'why' in part ? undefined : part.hours;
}

function sideOf({ manifest, nodes }: ComparedZip, hours: number | undefined): Side {
  const { product, startedAt } = manifest;
  const names = nodes.slice(0, MOST_FILES).map(({ name }) => name);
  return {
    ...{ product, startedAt, nodes: names.filter((name) => name !== '') },
    ...(hours === undefined ? {} : { hours }),
  };
}

function firstOf({ nodes }: ComparedZip): ZipNode {
  return nodes[0] ?? { name: '', prefix: '' };
}

function speaker(zip: ComparedZip, entry: string): ZipNode {
  return zip.nodes.find(({ prefix }) => zip.has(prefix + entry)) ?? firstOf(zip);
}

function collects(zip: ComparedZip, prefix: string): boolean {
  return zip.below(`${prefix}configuration/`).length > 0;
}

function isAbsent(zip: ComparedZip, name: string): boolean {
  return !zip.has(name) && zip.absence(name).why === 'not-there';
}
