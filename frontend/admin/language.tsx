import { createContext, useContext } from 'react';
import type { Format } from '../shared/format';
import type { Translate } from '../shared/i18n';

export interface Language {
  readonly t: Translate;
  readonly format: Format;
}

export const LanguageContext = createContext<Language | undefined>(undefined);

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === undefined) {
    throw new Error('There is no language around this component');
  }
  return language;
}
