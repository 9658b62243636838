import { h } from './dom';
import type { Language } from './words';

/** What a row is sorted by where that is not its text. */
export const VALUE = 'data-value';

/** With fewer rows a filter only takes room. */
const FILTER_FROM = 8;

type Cell = Node | string;

export interface Column {
  readonly title: string;
  readonly number?: boolean;
}

/** A cell that is sorted by something else than its text. */
export function valued(value: number, ...children: readonly Cell[]): HTMLTableCellElement {
  return h('td', { class: 'number', [VALUE]: value }, ...children);
}

/** A table whose rows can be sorted and filtered. */
export function table(
  language: Language,
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): HTMLElement {
  const head = columns.map(({ title, number }) =>
    h('th', { scope: 'col', class: number === true ? 'number' : '' }, title),
  );
  const body = rows.map((cells) =>
    h(
      'tr',
      {},
      ...cells.map((cell) => (cell instanceof HTMLTableCellElement ? cell : h('td', {}, cell))),
    ),
  );
  const scroll = h(
    'div',
    // Reached by the keyboard where it is wider than the page.
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': name },
    h('table', {}, h('thead', {}, h('tr', {}, ...head)), h('tbody', {}, ...body)),
  );
  const around = h('div', { class: 'table' }, scroll);
  enhance(scroll, language, name);
  return around;
}

/** Lets a table that is on the page already be sorted and, if it is long, filtered. */
export function enhance(scroll: HTMLElement, language: Language, name: string): void {
  const found = scroll.querySelector('table');
  if (found === null) {
    return;
  }
  const bodies = [...found.tBodies];
  const heads = [...found.querySelectorAll<HTMLTableCellElement>('thead th')];
  heads.forEach((head, index) => {
    sortable(head, index, heads, bodies);
  });
  const rows = bodies.flatMap((body) => [...body.rows]).filter((row) => !isTitle(row));
  if (rows.length >= FILTER_FROM) {
    scroll.before(filter(rows, language, name));
  }
}

function isTitle(row: HTMLTableRowElement): boolean {
  return row.cells[0]?.tagName === 'TH';
}

function sortable(
  head: HTMLTableCellElement,
  index: number,
  heads: readonly HTMLTableCellElement[],
  bodies: readonly HTMLTableSectionElement[],
): void {
  const sort = h('button', { type: 'button', class: 'sort' }, ...head.childNodes);
  head.append(sort);
  sort.addEventListener('click', () => {
    const falls = head.getAttribute('aria-sort') === 'descending';
    const rises = head.getAttribute('aria-sort') === 'ascending';
    // Of numbers the large ones are wanted first.
    const down = head.classList.contains('number') ? !falls : rises;
    heads.forEach((other) => {
      other.removeAttribute('aria-sort');
    });
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    bodies.forEach((body) => {
      const rows = [...body.rows].filter((row) => !isTitle(row));
      rows.sort((a, b) => (down ? -1 : 1) * compare(keyOf(a, index), keyOf(b, index)));
      body.append(...rows);
    });
  });
}

function keyOf(row: HTMLTableRowElement, index: number): number | string {
  const cell = row.cells[index];
  const value = cell?.getAttribute(VALUE) ?? null;
  return value === null ? (cell?.textContent ?? '') : Number(value);
}

function compare(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), undefined, { numeric: true });
}

function filter(
  rows: readonly HTMLTableRowElement[],
  { w, count }: Language,
  name: string,
): HTMLElement {
  const shown = h('span', { class: 'quiet', role: 'status' });
  const input = h('input', {
    type: 'search',
    placeholder: w('filter'),
    'aria-label': `${w('filter')}: ${name}`,
  });
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase();
    let left = 0;
    rows.forEach((row) => {
      row.hidden = !row.textContent.toLowerCase().includes(wanted);
      left += row.hidden ? 0 : 1;
    });
    shown.textContent = wanted === '' ? '' : w('shown', count(left));
  });
  return h('div', { class: 'filter' }, input, shown);
}
