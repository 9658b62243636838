import { readFileSync, writeFileSync } from 'node:fs';
import { messageTypes } from './webpack/catalogue.ts';

const catalogue = readFileSync('src/main/resources/i18n/hearth.properties', 'utf8');
writeFileSync('frontend/shared/message-types.ts', messageTypes(catalogue));
