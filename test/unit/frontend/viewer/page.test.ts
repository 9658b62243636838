import { sections } from '../../../../frontend/viewer/sections';
import { enhance } from '../../../../frontend/viewer/table';
import { languageOf, WORDS } from '../../../../frontend/viewer/words';
import { ATTACK, INSIGHT } from './insight';
import { LANGUAGE as language, TEXTS as texts } from './language';

beforeEach(() => {
  document.body.replaceChildren(...sections(INSIGHT, language));
});

test('the catalogue has each word of the viewer, and no other', () => {
  expect(Object.keys(texts).sort()).toEqual([...WORDS].sort());
});

test('a language that no browser knows still shows numbers', () => {
  expect(languageOf(texts, '-').count(1234)).toBe('1,234');
});

test('a text from a log is never markup', () => {
  expect(document.querySelector('img')).toBeNull();
  expect(document.body.textContent).toContain(ATTACK);
});

test('a link leads to the entry beside the page', () => {
  const hrefs = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(hrefs).toEqual(['product-logs/100%25%20%231.log', 'product-logs/b.log']);
});

test('what may have been seen more often says so', () => {
  expect(document.body.textContent).toContain('at least 3');
});

test('the timeline tells the chosen stretch in words', () => {
  const chart = document.querySelector('[role=slider]');
  chart?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }));
  expect(chart?.getAttribute('aria-valuetext')).toContain('2026-03-01 12:30');
  chart?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home' }));
  expect(chart?.getAttribute('aria-valuetext')).toBe('2026-03-01 11:50 · Errors: 0 · Warnings: 0');
});

test('its table names what happened only', async () => {
  const details = document.querySelector('details');
  if (details === null) throw new Error('no table');
  const opened = new Promise((resolve) => {
    details.addEventListener('toggle', resolve);
  });
  details.open = true;
  await opened;
  const rows = [...document.querySelectorAll('details .table tbody tr')];
  expect(rows.map((row) => row.textContent)).toEqual([
    '2026-03-01 11:5921',
    '2026-03-01 12:0051',
    '2026-03-01 12:1000Tomcat has started',
  ]);
});

test('a table of the page is sorted below its titles and filtered', () => {
  document.body.innerHTML = `<div class="scroll"><table><thead><tr><th>Name</th><th class="number">Size</th></tr></thead>
    <tbody><tr><th colspan="2">Item</th></tr>${[3, 1, 2, 9, 8, 7, 6, 5]
      .map(
        (n) =>
          `<tr><td>log ${String(n)}</td><td data-value="${String(n * 1000)}">${String(n)} KB</td></tr>`,
      )
      .join('')}</tbody></table></div>`;
  const scroll = document.querySelector<HTMLElement>('.scroll');
  if (scroll === null) throw new Error('no table');
  enhance(scroll, language, 'All');
  const names = (): string[] =>
    [...scroll.querySelectorAll<HTMLTableRowElement>('tbody tr')]
      .filter((row) => !row.hidden)
      .map((row) => row.cells[0]?.textContent ?? '');

  scroll.querySelectorAll<HTMLButtonElement>('.sort')[1]?.click();
  expect(names().slice(0, 3)).toEqual(['Item', 'log 9', 'log 8']);
  scroll.querySelectorAll<HTMLButtonElement>('.sort')[1]?.click();
  expect(names().slice(0, 3)).toEqual(['Item', 'log 1', 'log 2']);

  const input = document.querySelector('input');
  if (input === null) throw new Error('no filter');
  input.value = 'LOG 7';
  input.dispatchEvent(new Event('input'));
  expect(names()).toEqual(['Item', 'log 7']);
  expect(document.querySelector('[role=status]')?.textContent).toBe('1 left');
});
