import { readFileSync } from 'node:fs';
import { mailtoOf, ticketOf, draftPath } from '../../../../frontend/admin/reports/ticket.ts';
import type { Report } from '../../../../frontend/admin/reports/contract.ts';
import { between, fitted, ofPercent } from '../../../../frontend/report/rects.ts';
import { reportOf, type Draft } from '../../../../frontend/report/report.ts';
import { WORDS } from '../../../../frontend/report/words.ts';
import { parseProperties } from '../../../../scripts/webpack/catalogue.ts';

const SIZE = { width: 400, height: 300 };

test('a part is whole pixels inside the picture, whichever corner it was drawn from', () => {
  const part = between({ x: 120.4, y: 90.9 }, { x: -5, y: 10.2 }, SIZE);
  expect(part).toEqual({ x: 0, y: 10, width: 121, height: 81 });
  expect(between({ x: 500, y: 10 }, { x: 600, y: 20 }, SIZE)).toBeUndefined();
  expect(ofPercent({ x: 50, y: 50, width: 90, height: 1 }, SIZE)).toEqual({
    x: 200,
    y: 150,
    width: 200,
    height: 3,
  });
  expect(ofPercent({ x: 0, y: 0, width: 0, height: 5 }, SIZE)).toBeUndefined();
});

test('a large picture is made to fit', () => {
  expect(fitted({ width: 100, height: 50 }, 4096, 16_000_000)).toEqual({ width: 100, height: 50 });
  const { width, height } = fitted({ width: 20_000, height: 9000 }, 4096, 16_000_000);
  expect(width).toBeLessThanOrEqual(4096);
  expect(width / height).toBeCloseTo(20 / 9, 1);
});

const DRAFT: Draft = {
  happened: 'It broke',
  expected: ' ',
  page: '/a',
  app: '',
  errors: [{ app: '', type: 'TypeError', value: 'x' }],
  withErrors: false,
  email: 'a@b.example',
  withEmail: false,
};

test('only what was ticked is sent, and never the address itself', () => {
  expect(reportOf(DRAFT, undefined)).toEqual({
    happened: 'It broke',
    page: '/a',
    withEmail: false,
  });
  const all = reportOf({ ...DRAFT, withErrors: true, withEmail: true }, 'AAAA');
  expect(all).toMatchObject({ errors: DRAFT.errors, withEmail: true, screenshot: 'AAAA' });
  expect(JSON.stringify(all)).not.toContain('a@b.example');
});

test('the catalogue has the words of the dialog, and no others', () => {
  const catalogue = parseProperties(
    readFileSync('src/main/resources/i18n/hearth.properties', 'utf8'),
  );
  const prefix = 'report.dialog.';
  const kept = [...catalogue.keys()].filter((key) => key.startsWith(prefix));
  expect(kept.map((key) => key.slice(prefix.length)).sort()).toEqual([...WORDS].sort());
});

const REPORT: Report = {
  id: '0'.repeat(16),
  receivedAt: '2026-03-01T12:00:00Z',
  title: 'Tafel ist leer',
  happened: 'Tafel ist leer & mehr\nseit heute',
  expected: '',
  page: '/jira/',
  app: { key: '', name: '' },
  productVersion: '11',
  email: 'ada@example.com',
  errors: [],
  handling: { revision: 0, state: 'new', notes: 'ours alone', by: '' },
};

test('a mail link holds text alone, encoded, and is cut with a mark', () => {
  const ticket = ticketOf(REPORT, 'help@vendor.example');
  const link = mailtoOf(REPORT, ticket, '[cut]');
  expect(link).toBe(
    'mailto:help@vendor.example?subject=Tafel%20ist%20leer' +
      '&body=Tafel%20ist%20leer%20%26%20mehr%0D%0Aseit%20heute%0D%0A%0D%0A%2Fjira%2F',
  );
  const long = mailtoOf({ ...REPORT, happened: '😀'.repeat(5000) }, ticket, '[cut]');
  expect(long.length).toBeLessThanOrEqual(1900);
  expect(decodeURIComponent(long)).toMatch(/😀 \[cut\]$/u);
});

test('what an administrator typed cannot become another part of the address', () => {
  const ticket = { ...ticketOf(REPORT, ''), to: 'a@b?cc=c@d&bcc=e@f', subject: 'x&bcc=y@z' };
  expect(mailtoOf(REPORT, ticket, '')).not.toMatch(/[?&]b?cc=/);
  const path = new URL(draftPath('id', ticket, 'a&b.zip'), 'http://localhost');
  expect(path.searchParams.get('to')).toBe(ticket.to);
  expect(path.searchParams.get('zip')).toBe('a&b.zip');
  expect(path.searchParams.get('bcc')).toBeNull();
});
