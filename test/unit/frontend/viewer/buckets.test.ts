import { bucketsOf, minuteOf, timeOf, wholeOf, zoomed } from '../../../../frontend/viewer/buckets';
import { DATA, INSIGHT } from './insight';
import { parseInsight } from '../../../../frontend/shared/insight';

const whole = { from: minuteOf('2026-03-01T11:50:00'), until: minuteOf('2026-03-01T12:31:00') };

test('the timeline goes from the first line to the last', () => {
  expect(wholeOf(INSIGHT)).toEqual(whole);
  expect(
    wholeOf(parseInsight({ format: DATA.format, threadDumps: [], threadDumpsNotListed: 0 }, '')),
  ).toBeUndefined();
});

test('nothing is lost or counted twice, however many stretches there are', () => {
  for (const most of [1, 2, 7, 40, 1000]) {
    const buckets = bucketsOf(INSIGHT, whole, most);
    expect(buckets.length).toBeLessThanOrEqual(most);
    expect(buckets.reduce((sum, { errors }) => sum + errors, 0)).toBe(7);
    expect(buckets.reduce((sum, { warnings }) => sum + warnings, 0)).toBe(2);
    expect(buckets.flatMap(({ starts }) => starts)).toEqual(['tomcat-started']);
  }
});

test('an error stands in its minute', () => {
  const hit = bucketsOf(INSIGHT, whole, 1000).filter(({ errors }) => errors > 0);
  expect(hit.map(({ from, errors }) => [timeOf(from), errors])).toEqual([
    ['2026-03-01 11:59', 2],
    ['2026-03-01 12:00', 5],
  ]);
});

test('zooming stays within the whole, and comes back to it', () => {
  const edge = zoomed(whole, whole.from, whole, 'in');
  expect(edge.from).toBe(whole.from);
  expect(edge.until - edge.from).toBe(11);
  expect(zoomed(edge, whole.until, whole, 'in')).toEqual({
    from: whole.until - 10,
    until: whole.until,
  });
  expect(zoomed(edge, edge.from, whole, 'out')).toEqual(whole);
});
