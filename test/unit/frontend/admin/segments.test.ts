import type { Finding } from '../../../../frontend/admin/redaction/contract.ts';
import { segmentsOf } from '../../../../frontend/admin/redaction/segments.ts';

function found(start: number, end: number, replacement: string): Finding {
  return { start, end, replacement, kind: 'user', rule: 'known-user' };
}

function both(text: string, findings: Finding[]): [string, string] {
  const segments = segmentsOf(text, findings);
  return [
    segments.map(({ before }) => before).join(''),
    segments.map(({ after }) => after).join(''),
  ];
}

test.each<[string, string, Finding[], string]>([
  ['nothing found', 'abc', [], 'abc'],
  ['a value in the middle', 'a bob c', [found(2, 5, 'user-1')], 'a user-1 c'],
  ['the whole text', 'bob', [found(0, 3, 'user-1')], 'user-1'],
  ['neighbours', 'bobeve', [found(0, 3, '1'), found(3, 6, '2')], '12'],
  ['letters beyond 16 bits', '😀 bob 😀', [found(3, 6, 'u')], '😀 u 😀'],
  ['a value taken out', 'a bob', [found(2, 5, '')], 'a '],
])('%s', (_name, text, findings, after) => {
  expect(both(text, findings)).toEqual([text, after]);
});

test.each([
  ['one that overlaps', found(1, 3, 'x')],
  ['one beyond the end', found(3, 99, 'x')],
  ['one that ends before it starts', found(5, 4, 'x')],
])('of two findings, %s is left out', (_name, second) => {
  expect(both('bob and eve', [found(0, 3, 'u'), second])).toEqual(['bob and eve', 'u and eve']);
});
