import { align, type Aligned } from './align.ts';
import { decode, linesOf, textOf, type Document, type Keep, type Part, type Planted } from './parts.ts';
import { canonicalIpv6, unescape } from './spellings.ts';
import { structureError } from './structure.ts';

export interface Ratio {
  good: number;
  all: number;
}

/** One thing that went wrong, with enough around it to see why. */
export interface Finding {
  readonly what: string;
  readonly document: string;
  readonly line: number;
  readonly value: string;
  readonly before: string;
  readonly after: string;
}

export interface Score {
  readonly recall: Map<string, Ratio & { severity: string }>;
  readonly keeps: Map<string, Ratio>;
  /** Lines whose text outside of all values is as it was. */
  readonly lines: Ratio;
  readonly structure: Ratio;
  readonly findings: Finding[];
  /** By entity: the pseudonyms it got, unescaped, in lower case. */
  readonly pseudonyms: Map<string, Map<string, number>>;
  /** By person: the tags of the pseudonyms of user name, mail and full name. */
  readonly tags: Map<string, Map<string, number>>;
}

/** Reads an output by document name; undefined when the engine left the document out. */
export type Outputs = (document: Document) => Buffer | undefined;

export function score(documents: readonly Document[], outputs: Outputs): Score {
  const scorer = new Scorer();
  for (const document of documents) {
    scorer.document(document, outputs(document));
  }
  return scorer.result();
}

class Scorer {
  private readonly recall: Score['recall'] = new Map();
  private readonly keeps: Score['keeps'] = new Map();
  private readonly lines: Ratio = { good: 0, all: 0 };
  private readonly structure: Ratio = { good: 0, all: 0 };
  private readonly findings: Finding[] = [];
  private readonly pseudonyms: Score['pseudonyms'] = new Map();
  private readonly tags: Score['tags'] = new Map();

  result(): Score {
    const { recall, keeps, lines, structure, findings, pseudonyms, tags } = this;
    return { recall, keeps, lines, structure, findings, pseudonyms, tags };
  }

  document(document: Document, bytes: Buffer | undefined): void {
    const lines = linesOf(document.parts, document.separator);
    const output = this.read(document, bytes);
    const after = output.split(document.separator ?? '\n').map((line) => line.replace(/\r$/, ''));
    this.checkStructure(document, output, lines.length, after.length);
    // A value over several lines is found only when it is gone from each of them.
    const leaks = new Map<string, Finding | undefined>();
    lines.forEach((parts, index) => {
      this.line(document, index, parts, after[index] ?? '', leaks);
    });
    this.countMultiline(leaks);
  }

  private read(document: Document, bytes: Buffer | undefined): string {
    if (bytes === undefined) {
      return '';
    }
    try {
      return decode(bytes, document.encoding);
    } catch (error) {
      this.note('structure', document, 0, document.encoding, '', String(error));
      return bytes.toString('latin1');
    }
  }

  private checkStructure(document: Document, output: string, before: number, after: number): void {
    this.structure.all++;
    const input = textOf(document.parts);
    const problem =
      before === after
        ? structureError(document.format, input, output)
        : `${before} lines became ${after}`;
    if (problem === undefined) {
      this.structure.good++;
    } else {
      this.note('structure', document, 0, document.format, '', problem);
    }
  }

  private line(
    document: Document,
    index: number,
    parts: readonly Part[],
    output: string,
    leaks: Map<string, Finding | undefined>,
  ): void {
    const aligned = align(parts, output);
    const before = textOf(parts);
    this.lines.all++;
    if (aligned.intact) {
      this.lines.good++;
    } else {
      this.note('other text changed', document, index, '', before, output);
    }
    for (const item of aligned.parts) {
      const { part } = item;
      if (part.role === 'keep') {
        this.keep(document, index, item, part, before, output);
      } else {
        const leak = isLeaked(item, part, output);
        const finding = leak ? this.finding(part, document, index, before, output) : undefined;
        if (part.pieces > 1) {
          const key = `${part.kind}\n${part.severity}\n${part.entity}`;
          leaks.set(key, leaks.get(key) ?? finding);
        } else {
          this.count(part.kind, part.severity, finding);
          this.remember(part, item.output, leak);
        }
      }
    }
  }

  private finding(part: Planted, document: Document, line: number, before: string, after: string): Finding {
    const what = `missed ${part.kind} (${part.spelling})`;
    return { what, document: document.name, line: line + 1, value: part.text, before, after };
  }

  private countMultiline(leaks: Map<string, Finding | undefined>): void {
    for (const [key, finding] of leaks) {
      const [kind = '', severity = ''] = key.split('\n');
      this.count(kind, severity, finding);
    }
  }

  private count(kind: string, severity: string, finding: Finding | undefined): void {
    const ratio = this.recall.get(kind) ?? { good: 0, all: 0, severity };
    this.recall.set(kind, ratio);
    ratio.all++;
    if (finding === undefined) {
      ratio.good++;
    } else {
      this.findings.push(finding);
    }
  }

  private keep(document: Document, index: number, item: Aligned, part: Keep, before: string, output: string): void {
    const ratio = this.keeps.get(part.kind) ?? { good: 0, all: 0 };
    this.keeps.set(part.kind, ratio);
    ratio.all++;
    const kept = item.output === undefined ? output.includes(part.text) : item.output === part.text;
    if (kept) {
      ratio.good++;
    } else {
      this.note(`damaged ${part.kind}`, document, index, part.text, before, output);
    }
  }

  private remember(part: Planted, output: string | undefined, leaked: boolean): void {
    if (output === undefined || leaked) {
      return;
    }
    const pseudonym = normal(part, output);
    bump(this.pseudonyms, part.entity, pseudonym);
    const tag = /[0-9a-f]{4,}/.exec(pseudonym)?.[0];
    if (part.person !== '' && tag !== undefined) {
      bump(this.tags, part.person, tag);
    }
  }

  private note(what: string, document: Document, line: number, value: string, before: string, after: string): void {
    this.findings.push({ what, document: document.name, line: line + 1, value, before, after });
  }
}

/** Whether any telling piece of the value is still there. */
function isLeaked(item: Aligned, part: Planted, line: string): boolean {
  const original = unescape(part.text).toLowerCase();
  const text = unescape(item.output ?? line).toLowerCase();
  const compact = text.replace(/[\s()-]/g, '');
  const digits = part.kind === 'card' || part.kind === 'phone';
  if (part.needles.some((needle) => text.includes(needle) || (digits && compact.includes(needle)))) {
    return true;
  }
  return item.output === undefined ? original.length > 4 && text.includes(original) : text === original;
}

/** One spelling for what may rightly be spelled in several ways. */
function normal(part: Planted, output: string): string {
  const text = unescape(output.replaceAll('+', ' ')).toLowerCase();
  switch (part.entity.split(':')[0]) {
    case 'ipv6':
      return canonicalIpv6(text);
    case 'mac':
      return text.replace(/[^0-9a-z]/g, '');
    case 'mail':
    case 'mail-tag':
      return text.replace(/ [^@]*@/, '@');
    default:
      return text;
  }
}

function bump(counts: Map<string, Map<string, number>>, key: string, value: string): void {
  const inner = counts.get(key) ?? new Map<string, number>();
  counts.set(key, inner);
  inner.set(value, (inner.get(value) ?? 0) + 1);
}
