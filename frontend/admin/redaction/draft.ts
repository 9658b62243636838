import type { FieldError } from '../../shared/problem';
import type { OwnPattern, Settings } from './contract';

/** The settings while somebody edits them: lists of words are text, one word a line. */
export interface Draft {
  readonly kindsOff: readonly string[];
  readonly rulesOff: readonly string[];
  readonly words: string;
  readonly patterns: readonly OwnPattern[];
  readonly allow: string;
}

export function draftOf(settings: Settings): Draft {
  return {
    kindsOff: settings.kindsOff,
    rulesOff: settings.rulesOff,
    words: settings.words.join('\n'),
    patterns: settings.patterns,
    allow: settings.allow.join('\n'),
  };
}

export function settingsOf(draft: Draft): Settings {
  return {
    kindsOff: [...draft.kindsOff].sort(),
    rulesOff: [...draft.rulesOff].sort(),
    words: linesOf(draft.words),
    patterns: draft.patterns.filter(({ pattern }) => pattern !== ''),
    allow: linesOf(draft.allow),
  };
}

/** The words of a text, one a line; blank lines and repetitions count for nothing. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

export function sameSettings(a: Settings, b: Settings): boolean {
  return JSON.stringify(settingsOf(draftOf(a))) === JSON.stringify(settingsOf(draftOf(b)));
}

export function withSwitch(off: readonly string[], id: string, on: boolean): readonly string[] {
  const others = off.filter((one) => one !== id);
  return on ? others : [...others, id];
}

/** What the server said of one list: `words[3]` is its fourth word. */
export function errorsOf(
  errors: readonly FieldError[],
  field: 'allow' | 'words',
  words: readonly string[],
): readonly { readonly word: string; readonly message: string }[] {
  return errors.flatMap((error) => {
    const index = new RegExp(`^${field}(?:\\[(\\d+)\\])?$`).exec(error.field);
    return index === null
      ? []
      : [{ word: words[Number(index[1] ?? -1)] ?? '', message: error.message }];
  });
}

/** What the server said of a pattern; rows without a pattern are not sent, so they do not count. */
export function patternError(
  errors: readonly FieldError[],
  patterns: readonly OwnPattern[],
  row: number,
): string | undefined {
  const sent = patterns.slice(0, row).filter(({ pattern }) => pattern !== '').length;
  const place = `patterns[${String(sent)}]`;
  return patterns[row]?.pattern === ''
    ? undefined
    : errors.find(({ field }) => field === place || field.startsWith(`${place}.`))?.message;
}
