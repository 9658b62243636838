/** @jest-environment node */
import { Reviewer } from '../../../../frontend/review/reviewer.ts';
import { LineIndex } from '../../../../frontend/review/text/line-index.ts';
import { Lines, PIECE } from '../../../../frontend/review/text/lines.ts';
import { findError, Search } from '../../../../frontend/review/text/search.ts';
import type { Content } from '../../../../frontend/review/text/content.ts';
import { contentOf, logText, memory, zipOf } from './zips.ts';

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const always = (): boolean => true;

async function textOf(text: Buffer | string): Promise<Content> {
  return (await contentOf(memory(zipOf([{ name: 'a.log', text }])), 'a.log')).content;
}

describe('lines', () => {
  const wild = [
    '',
    'short',
    'with a return\r',
    'x'.repeat(PIECE - 1),
    'x'.repeat(PIECE),
    'x'.repeat(PIECE + 1),
    'y'.repeat(5 * PIECE + 17),
    'ü'.repeat(3000),
    '',
    'z'.repeat(40),
    'last without an end',
  ].join('\n');

  it('are the same from the front, from the back and from any place', async () => {
    const lines = new Lines(await textOf(wild));
    const size = Buffer.byteLength(wild);
    const all = await lines.from(0, 1000);
    expect(all[0]).toEqual({ at: 0, end: 1, text: '', ended: true });
    expect(all[2]?.text).toBe('with a return');
    expect(all.at(-1)).toMatchObject({ end: size, text: 'last without an end' });
    all.slice(1).forEach((line, index) => expect(line.at).toBe(all[index]?.end));
    expect(Math.max(...all.map(({ at, end }) => end - at))).toBeLessThanOrEqual(2 * PIECE);
    expect(await lines.before(size, 1000)).toEqual(all);
    for (let place = 0; place < size; place += 97) {
      const start = await lines.startOf(place);
      const line = all.find(({ at, end }) => at <= place && place < end);
      expect(start).toBe(line?.at);
    }
  });

  it('of an endless line are pieces', async () => {
    const lines = new Lines(await textOf('x'.repeat(3_000_000)));
    const [line] = await lines.from(await lines.startOf(1_500_000), 1);
    expect(line?.text.length).toBeLessThanOrEqual(2 * PIECE);
  });

  it('of an empty text are none', async () => {
    const lines = new Lines(await textOf(''));
    expect(await lines.from(await lines.startOf(10), 5)).toEqual([]);
    expect(await lines.before(0, 5)).toEqual([]);
  });
});

it('counts lines, finds one by its number and the number of a place', async () => {
  const text = logText(1_500_000);
  const content = await textOf(text);
  const index = new LineIndex(content);
  expect(await index.numberAt(700_000)).toBeUndefined();
  await index.build(always, pause);
  const lines = text.toString('latin1').split('\n');
  expect(index.state).toMatchObject({ complete: true, lines: lines.length, read: text.length });
  for (const number of [1, 2, 777, 5000, lines.length - 1, lines.length]) {
    const place = lines.slice(0, number - 1).reduce((sum, line) => sum + line.length + 1, 0);
    expect(await index.placeOf(number)).toBe(place);
    expect(await index.numberAt(place)).toBe(number);
  }
  expect(await index.placeOf(1e9)).toBe(await index.placeOf(lines.length));
});

describe('search', () => {
  const text = `${'a'.repeat(256 * 1024 - 3)}Needle\nneedle Über\n${logText(300_000).toString()}NEEDLE`;

  async function found(wanted: string, matchCase: boolean): Promise<number[]> {
    const search = new Search(await textOf(text), wanted, matchCase);
    await search.run(always, pause);
    const places: number[] = [];
    for (let hit = search.next(0, 1); hit !== undefined; hit = search.next(hit.at + 1, 1)) {
      places.push(hit.at);
    }
    expect(search.state).toMatchObject({ hits: places.length, complete: true });
    expect(search.next(Infinity, -1)?.at).toBe(places.at(-1));
    return places;
  }

  const bytes = Buffer.from(text);

  it('finds across the border of two pages, in any case or in one', async () => {
    const first = bytes.indexOf('Needle');
    const second = bytes.indexOf('needle');
    expect(await found('needle', false)).toEqual([first, second, bytes.length - 6]);
    expect(await found('needle', true)).toEqual([second]);
  });

  it('takes signs as they are, and letters beyond ASCII', async () => {
    expect(await found('[c.a.jira.Filter]', true)).not.toHaveLength(0);
    expect(await found('.*', false)).toEqual([]);
    expect(await found('Über', true)).toEqual([bytes.indexOf('Über')]);
    expect(await found('über', true)).not.toContain(bytes.indexOf('Über'));
  });

  it('goes to the next and the last error', async () => {
    const content = await textOf(
      `first line\nERROR one\nINFO x\n\tat ERROR-free\n2026 SEVERE two\n`,
    );
    expect(await findError(content, 0, 1, always)).toBe(11);
    expect(await findError(content, 11, 1, always)).toBe(43);
    expect(await findError(content, 44, 1, always)).toBeUndefined();
    expect(await findError(content, 44, -1, always)).toBe(43);
    expect(await findError(content, 11, -1, always)).toBeUndefined();
  });

  it('goes to an error that lies across two stretches', async () => {
    const start = 8 * 256 * 1024 - 10;
    const content = await textOf(`${'x'.repeat(start - 1)}\n2026-03-01 12:00 ERROR here\n`);
    expect(await findError(content, 0, 1, always)).toBe(start);
    expect(await findError(content, start + 50, -1, always)).toBe(start);
  });
});

describe('the reviewer', () => {
  const zip = (): Blob =>
    new Blob([
      new Uint8Array(
        zipOf([
          { name: 'a.log', text: logText(400_000) },
          { name: 'b.log', text: 'x', says: { crc: 1 } },
          { name: 'manifest.json', text: '{"format":"something else"}' },
        ]),
      ),
    ]);

  it('opens, shows a screen around a place, and counts meanwhile', async () => {
    const reviewer = new Reviewer(pause);
    const opened = await reviewer.open(zip());
    expect(opened.entries.map(({ name }) => name)).toEqual(['a.log', 'b.log', 'manifest.json']);
    expect(opened.manifest).toBeUndefined();
    reviewer.view(0);
    const screen = await reviewer.lines(400_000, 20, 5);
    expect(screen.lines.length).toBeGreaterThanOrEqual(21);
    expect(screen.lines.at(-1)?.end).toBe(400_000);
    while (!reviewer.state().complete) await pause();
    expect((await reviewer.lines(0, 5, 5)).first).toBe(1);
    reviewer.search('took', true);
    while (reviewer.state().search?.complete !== true) await pause();
    expect(reviewer.hit(0, 1)?.order).toBe(1);
  });

  it('tells what is wrong with a text, and refuses to hold a large one', async () => {
    const reviewer = new Reviewer(pause);
    await reviewer.open(zip());
    reviewer.view(1);
    for (let i = 0; i < 50; i++) await pause();
    expect(reviewer.state().broken).toMatchObject({ kind: 'damaged' });
    await expect(reviewer.text(0, 1000)).rejects.toThrow(/400000 of 1000/);
    expect(await reviewer.text(2, 1000)).toContain('something else');
  });
});
