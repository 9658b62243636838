/** An answer of the server that is not what the contract says; `place` is a path such as `items[2].bytes`. */
export class ContractMismatch extends Error {
  constructor(
    readonly place: string,
    expected: string,
  ) {
    super(`${place}: expected ${expected}`);
    this.name = 'ContractMismatch';
  }
}

export type Parser<T> = (value: unknown, place: string) => T;

export const text: Parser<string> = (value, place) => {
  if (typeof value !== 'string') {
    throw new ContractMismatch(place, 'text');
  }
  return value;
};

/** A whole number from zero up: every count and size of the API is one. */
export const count: Parser<number> = (value, place) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new ContractMismatch(place, 'a whole number from 0');
  }
  return value;
};

/** A whole number that may lie below zero, such as a difference. */
export const integer: Parser<number> = (value, place) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw new ContractMismatch(place, 'a whole number');
  }
  return value;
};

export const flag: Parser<boolean> = (value, place) => {
  if (typeof value !== 'boolean') {
    throw new ContractMismatch(place, 'true or false');
  }
  return value;
};

export function oneOf<const T extends string>(...allowed: readonly T[]): Parser<T> {
  return (value, place) => {
    const found = allowed.find((one) => one === value);
    if (found === undefined) {
      throw new ContractMismatch(place, allowed.join(' | '));
    }
    return found;
  };
}

export function list<T>(parser: Parser<T>): Parser<readonly T[]> {
  return (value, place) => {
    if (!Array.isArray(value)) {
      throw new ContractMismatch(place, 'a list');
    }
    return value.map((entry, index) => parser(entry, `${place}[${String(index)}]`));
  };
}

/** An object with any keys, all values of one shape. */
export function record<T>(parser: Parser<T>): Parser<Readonly<Record<string, T>>> {
  return (value, place) =>
    Object.fromEntries(
      Object.entries(plainObject(value, place)).map(([key, entry]) => [
        key,
        parser(entry, `${place}.${key}`),
      ]),
    );
}

export function optional<T>(parser: Parser<T>): Parser<T | undefined> {
  return (value, place) =>
    value === undefined || value === null ? undefined : parser(value, place);
}

type Shape = Readonly<Record<string, Parser<unknown>>>;
type OptionalKey<S extends Shape> = {
  [K in keyof S]: undefined extends ReturnType<S[K]> ? K : never;
}[keyof S];
type Parsed<S extends Shape> = {
  readonly [K in Exclude<keyof S, OptionalKey<S>>]: ReturnType<S[K]>;
} & { readonly [K in OptionalKey<S>]?: NonNullable<ReturnType<S[K]>> };

/** An object with these fields; unknown ones are ignored, so that a newer server can add some. */
export function shape<S extends Shape>(fields: S): Parser<Parsed<S>> {
  return (value, place) => {
    const source = plainObject(value, place);
    const entries = Object.entries(fields).map(([key, parser]): [string, unknown] => [
      key,
      parser(source[key], place === '' ? key : `${place}.${key}`),
    ]);
    // An optional field that is absent stays absent.
    return Object.fromEntries(entries.filter(([, one]) => one !== undefined)) as Parsed<S>;
  };
}

function plainObject(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ContractMismatch(place === '' ? 'answer' : place, 'an object');
  }
  return value as Readonly<Record<string, unknown>>;
}
