import { SECTIONS, sectionOf, type Difference, type Told } from '../../shared/comparison';

const ORDER = new Map(SECTIONS.map((section, index) => [section, index]));

const compared = new Intl.Collator('en', { numeric: true }).compare;

/** In order of interest: by section, what weighs most first, then by where it stands. */
export function inOrder(differences: readonly Difference[]): readonly Difference[] {
  return differences
    .map((one) => ({ one, section: ORDER.get(sectionOf(one)) ?? 0, weight: weightOf(one) }))
    .sort(
      (a, b) =>
        a.section - b.section ||
        b.weight - a.weight ||
        compared(a.one.entry, b.one.entry) ||
        compared(a.one.node, b.one.node) ||
        compared(a.one.name, b.one.name),
    )
    .map(({ one }) => one);
}

function weightOf({ before, after, topic, name }: Difference): number {
  const told = after ?? before;
  if (told?.kind === 'status') {
    return told.status === 'problem' ? 2 : 1;
  }
  if (told?.kind === 'often') {
    return Math.max(rate(before), rate(after));
  }
  if (topic === 'product') {
    return name === 'name' ? 2 : name === 'version' ? 1 : 0;
  }
  return 0;
}

function rate(told: Told | undefined): number {
  return told?.kind === 'often' ? (told.perHour ?? told.count) : 0;
}
