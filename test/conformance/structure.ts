import { SaxesParser } from 'saxes';
import { parse as parseYaml } from 'yaml';
import type { Format } from './parts.ts';

/** Why the output does not parse as its input did, or undefined when it does. */
export function structureError(format: Format, input: string, output: string): string | undefined {
  try {
    const before = skeleton(format, input);
    const after = skeleton(format, output);
    return before === after ? undefined : `keys were ${before}, are ${after}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The names and nesting of a structured text, its values left out. */
function skeleton(format: Format, text: string): string {
  switch (format) {
    case 'lines':
      return '';
    case 'xml':
      return xml(text);
    case 'json':
      return shape(JSON.parse(text));
    case 'jsonl':
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => shape(JSON.parse(line)))
        .join();
    case 'yaml':
      return shape(parseYaml(text));
    case 'properties':
      return properties(text).join();
    case 'ini':
      return text
        .split(/\r?\n/)
        .map((line) => /^(\[.*\]|[^;=]+=)/.exec(line)?.[1] ?? '')
        .join();
  }
}

function shape(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(shape).join()}]`;
  }
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([key, inner]) => `${key}:${shape(inner)}`)
      .join()}}`;
  }
  return typeof value;
}

function xml(text: string): string {
  const parser = new SaxesParser();
  const names: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => names.push(`${tag.name}(${Object.keys(tag.attributes).join()})`));
  parser.on('closetag', (tag) => names.push(`/${tag.name}`));
  parser.write(text).close();
  return names.join(' ');
}

/** The keys as `java.util.Properties` reads them: continuation lines joined, comments left out. */
function properties(text: string): string[] {
  const logical = text.replace(/(?<!\\)((?:\\\\)*)\\\r?\n[ \t\f]*/g, '$1').split(/\r?\n/);
  return logical
    .filter((line) => !/^\s*([#!]|$)/.test(line))
    .map((line) => /^\s*((?:\\.|[^\s:=\\])+)/.exec(line)?.[1] ?? '');
}
