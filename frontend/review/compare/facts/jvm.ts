import { record, text } from '../../../shared/parse';
import { fact, type Fact, type Reader } from './fact';
import { numbersAt, objectOf, textsAt, valueAt } from './json';

/** One argument of a start of a JVM, or one flag as `VM.flags` lists it. */
export function flagFact(flag: string): Fact {
  const [, sign, switched] = /^-XX:([+-])(.+)$/.exec(flag) ?? [];
  if (sign !== undefined && switched !== undefined) {
    return fact('jvm', `-XX:${switched}`, sign === '+' ? 'on' : 'off');
  }
  const [, size, amount] = /^(-X(?:m[snx]|ss))(\d.*)$/.exec(flag) ?? [];
  if (size !== undefined && amount !== undefined) {
    return fact('jvm', size, amount);
  }
  // Modules are opened one by one under one name, so all of it is the name.
  const at = flag.startsWith('--') ? -1 : flag.indexOf('=');
  return at < 0 ? fact('jvm', flag, '') : fact('jvm', flag.slice(0, at), flag.slice(at + 1));
}

/** Flags with their values, whoever set them: also those that the JVM chose by the machine. */
export const flagFacts: Reader = (source) => {
  const flags = source.split(/\s+/).filter((word) => word.startsWith('-'));
  if (flags.length === 0) {
    throw new SyntaxError(source.slice(0, 80).trim());
  }
  return flags.map(flagFact);
};

const FIGURES = {
  'memory.heap.usedBytes': 'bytes',
  'memory.outsideHeap.usedBytes': 'bytes',
  'threads.now': 'count',
  'threads.peak': 'count',
  'classes.loaded': 'count',
} as const;

export const jvmFacts: Reader = (source) => {
  const jvm = objectOf(source);
  const given = valueAt(jvm, 'inputArguments');
  return [
    ...textsAt('jvm', jvm, ['name', 'vendor', 'version']),
    ...numbersAt('jvm', 'limit', jvm, { 'memory.heap.maxBytes': 'bytes' }),
    ...(Array.isArray(given) ? given : []).map((one) => flagFact(String(one))),
    ...numbersAt('figures', 'figure', jvm, FIGURES),
  ];
};

/** System properties, or variables of the environment. */
export const namedFacts: Reader = (source) =>
  Object.entries(record(text)(objectOf(source), '')).map(([name, value]) =>
    fact('properties', name, value),
  );
