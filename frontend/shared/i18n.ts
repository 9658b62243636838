import { IntlMessageFormat } from 'intl-messageformat';
import catalogue from '../../src/main/resources/i18n/hearth.properties';
import type { MessageArguments } from './message-types';

export type MessageKey = keyof MessageArguments;

export type Translate = <K extends MessageKey>(
  key: K,
  ...args: [MessageArguments[K]] extends [never] ? [] : [MessageArguments[K]]
) => string;

/** Messages in the language of the user; numbers and plurals follow it even where the words are English. */
export function createTranslate(locale: string): Translate {
  const formats = new Map<MessageKey, IntlMessageFormat>();
  return (key, ...args) => {
    const format = formats.get(key) ?? new IntlMessageFormat(catalogue[key], locale);
    formats.set(key, format);
    return String(format.format(args[0]));
  };
}
