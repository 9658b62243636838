import { createFormat } from '../../../../frontend/shared/format.ts';
import { createTranslate } from '../../../../frontend/shared/i18n.ts';

const english = createFormat('en-GB');

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1023, '1,023 bytes'],
  [1024, '1 kB'],
  [1536, '1.5 kB'],
  [1024 * 1024 - 1, '1 MB'],
  [13_002_342, '12 MB'],
  [5 * 1024 ** 4, '5 TB'],
  [5000 * 1024 ** 4, '5,000 TB'],
])('%d bytes read %s', (value, expected) => {
  expect(english.bytes(value)).toBe(expected);
});

test.each([
  [0, '0 sec'],
  [1900, '1.9 sec'],
  [59_000, '59 sec'],
  [60_000, '1 min 0 sec'],
  [119_600, '2 min 0 sec'],
])('%d ms read %s', (value, expected) => {
  expect(english.duration(value).replace(/secs/, 'sec').replace(/mins/, 'min')).toBe(expected);
});

test('numbers are written as the language of the user does', () => {
  expect(createFormat('de').count(18_204)).toBe('18.204');
});

test('plurals and numbers in messages follow the language', () => {
  const t = createTranslate('en');
  expect(t('ui.limits.days', { days: 1 })).toBe('1 day');
  expect(t('ui.limits.days', { days: 30 })).toBe('30 days');
  expect(createTranslate('de')('ui.result.more', { count: 18_204 })).toContain('18.204');
});
