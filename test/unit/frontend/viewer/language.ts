import { languageOf } from '../../../../frontend/viewer/words';
import { parseProperties } from '../../../../scripts/webpack/catalogue.ts';
import { readFileSync } from 'node:fs';

const PREFIX = 'zip.viewer.';

/** The viewer's texts as the server writes them into the page. */
export const TEXTS = Object.fromEntries(
  [...parseProperties(readFileSync('src/main/resources/i18n/hearth.properties', 'utf8'))]
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([key, text]) => [key.slice(PREFIX.length), text]),
);

export const LANGUAGE = languageOf(TEXTS, 'en');
