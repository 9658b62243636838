import type { Finding, Ratio, Score } from './score.ts';

/** The figures that decide, and whether each is within its bound. */
export interface Verdict {
  readonly name: string;
  readonly value: string;
  readonly bound: string;
  readonly met: boolean;
}

export function share({ good, all }: Ratio): number {
  return all === 0 ? 1 : good / all;
}

export function sum(ratios: Iterable<Ratio>): Ratio {
  const total = { good: 0, all: 0 };
  for (const { good, all } of ratios) {
    total.good += good;
    total.all += all;
  }
  return total;
}

export function macro(ratios: Iterable<Ratio>): number {
  const shares = [...ratios].map(share);
  return shares.length === 0 ? 1 : shares.reduce((total, one) => total + one, 0) / shares.length;
}

const percent = (value: number): string => `${(value * 100).toFixed(2)}%`;

/** Entities with more than one pseudonym in one ZIP; secrets too, so that one can be followed. */
export function inconsistent(counts: Score['pseudonyms']): Ratio {
  const entities = [...counts.values()];
  return { good: entities.filter((names) => names.size === 1).length, all: entities.length };
}

/** Pseudonyms that several entities of one form share, so that a reader takes them for one. */
export function collisions(counts: Score['pseudonyms']): number {
  const byForm = new Map<string, Set<string>>();
  let shared = 0;
  for (const [entity, names] of counts) {
    const form = formOf(entity);
    if (form === 'secret') {
      continue;
    }
    const seen = byForm.get(form) ?? new Set<string>();
    byForm.set(form, seen);
    for (const name of names.keys()) {
      shared += seen.has(name) ? 1 : 0;
      seen.add(name);
    }
  }
  return shared;
}

/** Entities with an equal pseudonym under two keys. A mask that many entities get links nobody. */
export function linked(one: Score['pseudonyms'], two: Score['pseudonyms']): string[] {
  const holders = new Map<string, number>();
  for (const names of one.values()) {
    for (const name of names.keys()) {
      holders.set(name, (holders.get(name) ?? 0) + 1);
    }
  }
  return [...one]
    .filter(([entity, names]) =>
      [...names.keys()].some(
        (name) => (holders.get(name) ?? 0) < 3 && two.get(entity)?.has(name) === true,
      ),
    )
    .map(([entity]) => entity);
}

function formOf(entity: string): string {
  return entity.slice(0, entity.indexOf(':'));
}

export function verdicts(score: Score, other: Score): Verdict[] {
  const ofSeverity = (severity: string): Ratio[] =>
    [...score.recall.values()].filter((ratio) => ratio.severity === severity);
  const all = [...score.recall.values()];
  const secrets = share(sum(ofSeverity('secret')));
  const damaged = 1 - share(sum(score.keeps.values()));
  const touched = 1 - share(score.lines);
  const same = share(inconsistent(score.pseudonyms));
  const tags = share(inconsistent(score.tags));
  const structure = share(score.structure);
  const links = linked(score.pseudonyms, other.pseudonyms);
  const verdict = (name: string, value: string, bound: string, met: boolean): Verdict => ({
    name,
    value,
    bound,
    met,
  });
  return [
    verdict('secrets found', percent(secrets), '100%', secrets === 1),
    verdict('all kinds, macro', percent(macro(all)), '>= 99%', macro(all) >= 0.99),
    verdict('all kinds, by occurrence', percent(share(sum(all))), '>= 99%', share(sum(all)) >= 0.99),
    verdict('look-alikes damaged', percent(damaged), '<= 0.1%', damaged <= 0.001),
    verdict('lines with other text changed', percent(touched), '<= 0.1%', touched <= 0.001),
    verdict('entities with one pseudonym', percent(same), '100%', same === 1),
    verdict('people with one tag', percent(tags), '100%', tags === 1),
    verdict('documents that still parse', percent(structure), '100%', structure === 1),
    verdict('equal pseudonyms of two keys', String(links.length), '0', links.length === 0),
    verdict('pseudonyms of two entities', String(collisions(score.pseudonyms)), '0', collisions(score.pseudonyms) === 0),
  ];
}

export function table(score: Score, wanted: readonly Verdict[]): string {
  const rows: string[] = [];
  const line = (name: string, { good, all }: Ratio): string =>
    `  ${name.padEnd(28)} ${String(good).padStart(6)} of ${String(all).padStart(6)}  ${percent(share({ good, all })).padStart(8)}`;
  for (const severity of ['secret', 'personal', 'internal']) {
    rows.push(`${severity}: found`);
    for (const [kind, ratio] of [...score.recall].sort()) {
      if (ratio.severity === severity) {
        rows.push(line(kind, ratio));
      }
    }
  }
  rows.push('look-alikes: kept');
  for (const [kind, ratio] of [...score.keeps].sort()) {
    rows.push(line(kind, ratio));
  }
  rows.push('');
  for (const { name, value, bound, met } of wanted) {
    rows.push(`${met ? 'ok  ' : 'MISS'} ${name.padEnd(32)} ${value.padStart(9)}  bound ${bound}`);
  }
  return rows.join('\n');
}

/** The classes of what went wrong, most frequent first, with some examples of each. */
export function classes(findings: readonly Finding[], examples: number): string {
  const byClass = new Map<string, Finding[]>();
  for (const finding of findings) {
    byClass.set(finding.what, [...(byClass.get(finding.what) ?? []), finding]);
  }
  return [...byClass]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([what, found]) => {
      const shown = found.slice(0, examples).map((finding) => example(finding));
      return `${found.length} x ${what}\n${shown.join('\n')}`;
    })
    .join('\n');
}

function example({ document, line, value, before, after }: Finding): string {
  const at = Math.max(0, before.indexOf(value) - 90);
  const cut = (text: string): string => text.slice(at, at + 260).replaceAll('\r', '\\r');
  const what = value === '' ? '' : ` value ${value.slice(0, 80)}`;
  return `    ${document}:${line}${what}\n      - ${cut(before)}\n      + ${cut(after)}`;
}

/** Entities that got several pseudonyms, with them. */
export function split(counts: Score['pseudonyms'], examples: number): string {
  return [...counts]
    .filter(([, names]) => names.size > 1)
    .slice(0, examples)
    .map(([entity, names]) => `    ${entity.slice(0, 80)}: ${[...names].map(([n, c]) => `${n.slice(0, 60)} (${c})`).join(', ')}`)
    .join('\n');
}
