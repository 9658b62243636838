import type { Finding } from './contract';

/** A piece of a text: copied as it is, or a value that is replaced. */
export interface Segment {
  readonly at: number;
  readonly before: string;
  readonly after: string;
  readonly finding: Finding | undefined;
}

/** Cuts a text at its findings; one that does not fit the text, or another finding, is left out. */
export function segmentsOf(text: string, findings: readonly Finding[]): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  const copy = (end: number): void => {
    if (end > at) {
      const part = text.slice(at, end);
      segments.push({ at, before: part, after: part, finding: undefined });
    }
  };
  for (const finding of findings) {
    if (finding.start < at || finding.end < finding.start || finding.end > text.length) {
      continue;
    }
    copy(finding.start);
    segments.push({
      at: finding.start,
      before: text.slice(finding.start, finding.end),
      after: finding.replacement,
      finding,
    });
    at = finding.end;
  }
  copy(text.length);
  return segments;
}
