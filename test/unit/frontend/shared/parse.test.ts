import {
  ContractMismatch,
  count,
  flag,
  list,
  oneOf,
  optional,
  record,
  shape,
  text,
} from '../../../../frontend/shared/parse.ts';

const group = shape({
  name: text,
  size: count,
  open: optional(flag),
  kinds: list(oneOf('a', 'b')),
  times: record(count),
});

const GOOD = { name: 'x', size: 3, kinds: ['a'], times: { a: 1 } };

test('what fits the contract comes through, without unknown fields', () => {
  expect(group({ ...GOOD, open: true, later: 1 }, '')).toEqual({ ...GOOD, open: true });
});

test('an optional field that is absent or null stays absent', () => {
  expect(Object.keys(group({ ...GOOD, open: null }, ''))).not.toContain('open');
});

test.each<[string, object, string]>([
  ['a number for text', { name: 3 }, 'name'],
  ['a negative count', { size: -1 }, 'size'],
  ['a fraction', { size: 1.5 }, 'size'],
  ['a number beyond what a double counts', { size: 2 ** 53 }, 'size'],
  ['text for a flag', { open: 'yes' }, 'open'],
  ['an unknown member of a union', { kinds: ['a', 'c'] }, 'kinds[1]'],
  ['an object for a list', { kinds: {} }, 'kinds'],
  ['a list for an object', { times: [] }, 'times'],
  ['a wrong value inside', { times: { b: 'x' } }, 'times.b'],
])('%s is refused by its place', (_name, change, place) => {
  expect(() => group({ ...GOOD, ...change }, '')).toThrow(ContractMismatch);
  expect(() => group({ ...GOOD, ...change }, '')).toThrow(
    expect.objectContaining({ place }) as Error,
  );
});

test('an answer that is no object at all is refused', () => {
  expect(() => group('', '')).toThrow(expect.objectContaining({ place: 'answer' }) as Error);
});
