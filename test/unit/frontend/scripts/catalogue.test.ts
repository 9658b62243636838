/** @jest-environment node */
import {
  messageTypes,
  parseProperties,
  uiMessages,
} from '../../../../scripts/webpack/catalogue.ts';

describe('a properties file', () => {
  const read = (text: string): Record<string, string> => Object.fromEntries(parseProperties(text));

  test.each([
    ['comments and empty lines', '# a\n\n! b\nkey=value\n', { key: 'value' }],
    [
      'each way to part key and value',
      'a=1\nb: 2\nc 3\nd  =  4',
      { a: '1', b: '2', c: '3', d: '4' },
    ],
    ['a line that goes on', 'key=one \\\n    two', { key: 'one two' }],
    ['an escaped backslash at the end', 'key=C:\\\\\nnext=1', { key: 'C:\\', next: '1' }],
    ['escapes', 'key=\\u00e9\\t\\n\\=', { key: 'é\t\n=' }],
    ['Windows line ends', 'a=1\r\nb=2\r\n', { a: '1', b: '2' }],
  ])('is read with %s', (_name, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('that has a key twice is refused', () => {
    expect(() => parseProperties('a=1\na=2')).toThrow('the key a twice');
  });

  test('that has a line without a value is refused', () => {
    expect(() => parseProperties('lonely')).toThrow('"lonely"');
  });
});

test('only ui.* messages travel to the browser', () => {
  expect(Object.keys(uiMessages('ui.a=x\nzip.b=y'))).toEqual(['ui.a']);
});

test('a message that is no ICU message fails with its key', () => {
  expect(() => uiMessages('ui.broken={n, plural, one {x}')).toThrow(/^ui\.broken: /);
});

test('each message tells its placeholders', () => {
  const types = messageTypes(
    "ui.a=plain\nui.b={x} of {n, number}\nui.c={n, plural, one {{who} has #} other {# }}\nui.d=it''s",
  );
  expect(types).toContain("'ui.a': never;");
  expect(types).toContain("'ui.b': { x: string; n: number };");
  expect(types).toContain("'ui.c': { n: number; who: string };");
  expect(types).toContain("'ui.d': never;");
});
