import type { Unit } from '../../../shared/comparison';
import { ContractMismatch } from '../../../shared/parse';
import { fact, measured, type Fact } from './fact';

export type Json = Readonly<Record<string, unknown>>;

/** The object that an entry holds. */
export function objectOf(text: string): Json {
  const value: unknown = JSON.parse(text);
  if (!isObject(value)) {
    throw new ContractMismatch('', 'an object');
  }
  return value;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at a path such as `memory.totalBytes`. */
export function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>(
    // Only what the entry itself says, not what every object has.
    (inner, key) => (isObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
    value,
  );
}

export function numberAt(value: unknown, path: string): number | undefined {
  const found = valueAt(value, path);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

/** Texts and switches at these paths, by the paths; what is not there is left out. */
export function textsAt(
  topic: Fact['topic'],
  value: unknown,
  paths: readonly string[],
): readonly Fact[] {
  return paths.flatMap((path) => {
    const found = valueAt(value, path);
    return typeof found === 'string' || typeof found === 'boolean'
      ? [fact(topic, path, String(found))]
      : [];
  });
}

export function numbersAt(
  topic: Fact['topic'],
  kind: 'figure' | 'limit',
  value: unknown,
  paths: Readonly<Record<string, Unit>>,
): readonly Fact[] {
  return Object.entries(paths).flatMap(([path, unit]) => {
    const found = numberAt(value, path);
    return found === undefined ? [] : [measured(topic, kind, path, found, unit)];
  });
}
