import { readFileSync } from 'node:fs';
import { uiMessages } from '../../../scripts/webpack/catalogue.ts';

/** The catalogue as webpack's loader gives it to the frontend. */
export default uiMessages(readFileSync('src/main/resources/i18n/hearth.properties', 'utf8'));
