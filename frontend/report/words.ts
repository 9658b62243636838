/** The dialog's texts, which the server sends in the language of the person: `report.dialog.*` of the catalogue. */
export const WORDS = [
  'title',
  'lead',
  'happened',
  'happened-help',
  'happened-missing',
  'expected',
  'optional',
  'screenshot',
  'screenshot-help',
  'choose',
  'screenshot-bad',
  'screenshot-added',
  'picture',
  'blacken',
  'blacken-help',
  'left',
  'top',
  'width',
  'height',
  'blacken-do',
  'undo',
  'remove',
  'blackened',
  'undone',
  'errors',
  'email',
  'email-help',
  'page',
  'page-help',
  'preview',
  'preview-picture',
  'nothing',
  'send',
  'sending',
  'cancel',
  'discard',
  'discard-yes',
  'discard-no',
  'sent',
  'sent-id',
  'close',
  'failed',
  'unreachable',
  'signed-out',
  'off',
] as const;

export type Word = (typeof WORDS)[number];

/** The text under a name; `{}` in it is replaced. */
export type Words = (word: Word, value?: number | string) => string;

export function wordsOf(texts: Readonly<Record<string, string>>): Words {
  return (word, value = '') => (texts[word] ?? word).replace('{}', String(value));
}
