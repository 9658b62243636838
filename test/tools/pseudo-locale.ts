/**
 * A language that nobody speaks: each text of the catalogue with accents on its letters, two fifths longer and
 * between marks. On a page in it, what is not between marks came from somewhere else, and what is cut shows.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';

const PLAIN = 'aceinouyACEINOUY';
const ACCENTED = 'àçéîñôûýÀÇÉÎÑÔÛÝ';
const LONGER = 0.4;

export function pseudo(text: string): string {
  if (!/\p{L}/u.test(text)) return text;
  const accented = text.replace(/[aceinouy]/gi, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? '');
  // In words, which break where those of a longer language would.
  const more = ' ~~~~'.repeat(Math.ceil((text.trim().length * LONGER) / 5));
  return `⟦${accented}${more}⟧`;
}

/** A value of the server's: its `{0}` and `''` stay as they are, and the words of a choice are words. */
function pseudoValue(value: string): string {
  return value
    .split(/(\{\d[^}]*\}|'')/)
    .map((part, index) => {
      if (index % 2 === 0) return pseudo(part);
      return part.includes(',choice,')
        ? part.replace(/(?<=[#<])[^|}]+/g, (words) => pseudo(words))
        : part;
    })
    .join('');
}

function pseudoProperties(properties: string): string {
  return properties
    .split('\n')
    .map((line) =>
      line.replace(
        /^([^#=\s][^=]*=)(.+)$/,
        (_, key: string, value: string) => key + pseudoValue(value),
      ),
    )
    .join('\n');
}

/** The texts that webpack compiled into the pages, as JSON in a literal of the script. */
function pseudoScript(script: string): string {
  return script.replace(/JSON\.parse\(('(?:[^'\\]|\\.)*')\)/g, (whole, literal: string) => {
    if (!literal.includes('"ui.')) return whole;
    const value: unknown = JSON.parse(String(runInNewContext(literal)), (_, part: unknown) =>
      isLiteral(part) ? { ...part, value: pseudo(part.value) } : part,
    );
    return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
  });
}

/** A part of a message that is no placeholder: see `@formatjs/icu-messageformat-parser`. */
function isLiteral(part: unknown): part is { readonly type: 0; readonly value: string } {
  // The style of a number has a type, too, but no text.
  return (
    typeof part === 'object' &&
    part !== null &&
    'type' in part &&
    part.type === 0 &&
    'value' in part &&
    typeof part.value === 'string'
  );
}

/** Makes a copy of the JAR that speaks it. */
export function pseudoJar(jar: string, folder: string): string {
  const copy = join(folder, 'hearth-pseudo.jar');
  copyFileSync(jar, copy);
  execFileSync('unzip', ['-q', '-o', jar, 'i18n/*', 'hearth-web/*.js', '-d', folder]);
  const changes: readonly (readonly [string, (text: string) => string])[] = [
    ...readdirSync(join(folder, 'i18n')).map((name) => [`i18n/${name}`, pseudoProperties] as const),
    ...readdirSync(join(folder, 'hearth-web')).map(
      (name) => [`hearth-web/${name}`, pseudoScript] as const,
    ),
  ];
  for (const [name, change] of changes) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }
  execFileSync('zip', ['-q', copy, ...changes.map(([name]) => name)], { cwd: folder });
  return copy;
}
