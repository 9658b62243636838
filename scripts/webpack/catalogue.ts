import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** What a placeholder of a message takes. */
export type ArgumentType = 'number' | 'string';

/** Reads a Java properties file: comments, `=` or `:`, escapes and lines that go on after a backslash. */
export function parseProperties(text: string): Map<string, string> {
  const messages = new Map<string, string>();
  for (const line of logicalLines(text)) {
    const match = /^((?:\\.|[^\\=:\s])+)\s*[=:\s]\s*(.*)$/s.exec(line);
    if (!match) {
      throw new Error(`No key and value in the catalogue line "${line}"`);
    }
    const key = unescape(match[1] ?? '');
    if (messages.has(key)) {
      throw new Error(`The catalogue has the key ${key} twice`);
    }
    messages.set(key, unescape(match[2] ?? ''));
  }
  return messages;
}

function logicalLines(text: string): string[] {
  const lines: string[] = [];
  let open = '';
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = open + raw.trimStart();
    const backslashes = /\\*$/.exec(line)?.[0].length ?? 0;
    if (open === '' && /^([#!]|$)/.test(line)) {
      continue;
    }
    if (backslashes % 2 === 1) {
      open = line.slice(0, -1);
      continue;
    }
    open = '';
    lines.push(line);
  }
  return open === '' ? lines : [...lines, open];
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f' };

function unescape(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_all, hex?: string, char?: string) =>
    hex === undefined
      ? (ESCAPES[char ?? ''] ?? char ?? '')
      : String.fromCharCode(parseInt(hex, 16)),
  );
}

/** The frontend's messages, parsed; a message that is no ICU message fails the build with its key. */
export function uiMessages(properties: string): Record<string, MessageFormatElement[]> {
  const compiled: Record<string, MessageFormatElement[]> = {};
  for (const [key, value] of [...parseProperties(properties)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    if (!key.startsWith('ui.')) {
      continue;
    }
    try {
      compiled[key] = parse(value, { ignoreTag: true });
    } catch (error) {
      throw new Error(`${key}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return compiled;
}

/** The placeholders of a message and what each takes. */
export function argumentsOf(elements: readonly MessageFormatElement[]): Map<string, ArgumentType> {
  const found = new Map<string, ArgumentType>();
  for (const element of elements) {
    switch (element.type) {
      case TYPE.argument:
      case TYPE.date:
      case TYPE.time:
        found.set(element.value, 'string');
        break;
      case TYPE.number:
        found.set(element.value, 'number');
        break;
      case TYPE.plural:
      case TYPE.select:
        found.set(element.value, element.type === TYPE.plural ? 'number' : 'string');
        for (const option of Object.values(element.options)) {
          argumentsOf(option.value).forEach((type, name) => {
            if (!found.has(name)) {
              found.set(name, type);
            }
          });
        }
        break;
      default:
        break;
    }
  }
  return found;
}

/** TypeScript that gives every key of the catalogue the arguments of its message. */
export function messageTypes(properties: string): string {
  const lines = Object.entries(uiMessages(properties)).map(([key, elements]) => {
    const fields = [...argumentsOf(elements)].map(([name, type]) => `${name}: ${type}`);
    return `  '${key}': ${fields.length === 0 ? 'never' : `{ ${fields.join('; ')} }`};`;
  });
  return [
    '// Generated from src/main/resources/i18n/hearth.properties by `npm run gen:messages`.',
    'export interface MessageArguments {',
    ...lines,
    '}',
    '',
  ].join('\n');
}
