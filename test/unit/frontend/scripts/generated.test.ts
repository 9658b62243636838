/** @jest-environment node */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { messageTypes } from '../../../../scripts/webpack/catalogue.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

test('the types of the messages are those of the catalogue', () => {
  const catalogue = readFileSync('src/main/resources/i18n/hearth.properties', 'utf8');
  expect(readFileSync('frontend/shared/message-types.ts', 'utf8')).toBe(messageTypes(catalogue));
});

test('the types of the API are those of its OpenAPI file', () => {
  const [program, ...args] = (scripts['gen:api'] ?? '').split(' ');
  expect(program).toBe('openapi-typescript');
  // Ends with an error when the file would be written anew.
  execFileSync(
    process.execPath,
    ['node_modules/openapi-typescript/bin/cli.js', ...args, '--check'],
    {
      stdio: 'pipe',
    },
  );
});

test('every message of the frontend is used', () => {
  const types = readFileSync('frontend/shared/message-types.ts', 'utf8');
  const keys = [...types.matchAll(/^ {2}'([^']+)'/gm)].map((match) => match[1] ?? '');
  const code = readdirSync('frontend', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('message-types.ts'))
    .map((file) => readFileSync(`frontend/${file}`, 'utf8'))
    .join('\n');
  // `ui.problem.session.${…}.title` names every key of that form.
  const named = [...code.matchAll(/['`](ui\.[^'`]+)['`]/g)].map((match) =>
    (match[1] ?? '').split(/\$\{[^}]*\}/),
  );
  const patterns = named.map(
    (parts) => new RegExp(`^${parts.map((part) => part.replace(/\./g, '\\.')).join('[^.]+')}$`),
  );
  expect(keys.filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
});
