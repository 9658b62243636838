/** `npm run gen:agents`: writes the list by which the app tells browsers and systems. */
import { readFileSync, writeFileSync } from 'node:fs';
import { agentRules } from './agents/rules.ts';

const FOLDER = 'node_modules/uap-core';
const { version } = JSON.parse(readFileSync(`${FOLDER}/package.json`, 'utf8')) as {
  version: string;
};
writeFileSync(
  'src/main/resources/errors/agents.txt',
  agentRules(readFileSync(`${FOLDER}/regexes.yaml`, 'utf8'), version),
);
