import { DEEPEST, fact, MOST_FACTS, TooMany, type Reader } from './fact';
import { flagFact } from './jvm';
import { xmlFacts } from './xml';

/** How a configuration file is read, by its name. */
export function configurationReader(name: string): Reader {
  if (name.endsWith('.xml')) {
    return xmlFacts;
  }
  if (name.endsWith('.yml')) {
    return yamlFacts;
  }
  return name.endsWith('jvm.options') ? optionFacts : lineFacts;
}

const ASSIGNED = /^(?:export\s+|set\s+"?)?([\w.:[\]/-]{1,300})\s*[=:]\s*(.*)$/s;

/** Properties and start scripts: what is assigned by its name, any other line as it is. */
const lineFacts: Reader = (source) =>
  joined(source).map((line) => {
    const [, name = line, value = ''] = ASSIGNED.exec(line) ?? [];
    return fact('configuration', name, unquoted(value));
  });

/** Lines without remarks, each with those that a backslash continues it by. */
function joined(source: string): readonly string[] {
  const lines: string[] = [];
  let open = '';
  for (const raw of source.split(/\r\n|\r|\n/)) {
    const part = raw.trim();
    if (part.endsWith('\\') && !part.endsWith('\\\\')) {
      open += part.slice(0, -1);
      continue;
    }
    const line = open + part;
    open = '';
    if (line !== '' && !/^(?:[#!]|::|@?rem\s)/i.test(line)) {
      lines.push(line);
    }
    if (lines.length > MOST_FACTS) {
      throw new TooMany();
    }
  }
  return open === '' ? lines : [...lines, open];
}

function unquoted(value: string): string {
  const trimmed = value.trim();
  const quote = trimmed[0];
  return trimmed.length > 1 && (quote === '"' || quote === "'") && trimmed.endsWith(quote)
    ? trimmed.slice(1, -1)
    : trimmed;
}

const optionFacts: Reader = (source) =>
  joined(source).map((line) => ({ ...flagFact(line), topic: 'configuration' }));

/** Names and values, each below those that are indented less: as far as these files go. */
const yamlFacts: Reader = (source) => {
  const above: { readonly indent: number; readonly name: string }[] = [];
  const lines = source.split('\n').filter((line) => !/^\s*(?:#|---|$)/.test(line));
  if (lines.length > MOST_FACTS) {
    throw new TooMany();
  }
  return lines.flatMap((line) => {
    const [, space = '', name = line.trim(), value = ''] =
      /^(\s*)([\w.-]{1,300}):(?:\s+(.*))?$/.exec(line.trimEnd()) ?? [];
    while ((above.at(-1)?.indent ?? -1) >= space.length) {
      above.pop();
    }
    const path = [...above.map((one) => one.name), name].join('.');
    if (above.length > DEEPEST) {
      throw new TooMany();
    }
    if (value === '') {
      above.push({ indent: space.length, name });
      return [];
    }
    return [fact('configuration', path, unquoted(value))];
  });
};
