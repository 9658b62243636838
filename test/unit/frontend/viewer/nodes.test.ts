import { parseInsight } from '../../../../frontend/shared/insight';
import { story } from '../../../../frontend/viewer/nodes';
import { ATTACK, DATA } from './insight';
import { LANGUAGE } from './language';

const dump = (node: string): object => ({
  node,
  entry: `nodes/${node}/thread-dumps/1.txt`,
  threads: 3,
  deadlock: false,
  states: { RUNNABLE: 3 },
  stacks: [],
});

const [group, other] = DATA.exceptions.groups;
const seen = { node: 'node1', count: 9, first: '', last: '' };

/** Two nodes that told, one that is missing, one whose summary was lost. */
const SEVERAL = parseInsight(
  {
    ...DATA,
    exceptions: {
      ...DATA.exceptions,
      notListed: 4,
      groups: [{ ...group, nodes: [seen, { ...seen, node: ATTACK, count: 2 }] }, other],
    },
    threadDumps: [dump('node1'), dump(ATTACK)],
    threadDumpsNotListed: 2,
    nodes: [
      { node: 'node1', state: 'gathered', told: true, movedSeconds: 0, log: DATA.log },
      {
        node: ATTACK,
        state: 'gathered',
        told: true,
        movedSeconds: -90,
        log: { ...DATA.log, errors: 3, steps: [[0, 3, 0]] },
      },
      { node: 'gone', state: 'missing', told: false },
      { node: 'node4', state: 'gathered', told: false },
    ],
  },
  '',
);

const page = (): string => document.body.textContent;

function choose(value: string): void {
  const select = document.querySelector('select');
  if (select === null) throw new Error('no choice of nodes');
  select.value = value;
  select.dispatchEvent(new Event('change'));
}

beforeEach(() => {
  document.body.replaceChildren(...story(SEVERAL, LANGUAGE));
});

test('a ZIP of one node has nothing to choose', () => {
  document.body.replaceChildren(...story(parseInsight(DATA, ''), LANGUAGE));
  expect(document.querySelector('select')).toBeNull();
  expect(page()).not.toContain('Nodes beside each other');
});

test('all nodes are told first, and each of them is named', () => {
  const options = [...document.querySelectorAll('option')];
  expect(options.map(({ textContent, disabled }) => [textContent, disabled])).toEqual([
    ['All nodes', false],
    ['node1', false],
    [ATTACK, false],
    ['gone (nothing of it is in this ZIP)', true],
    ['node4', false],
  ]);
  const rows = [...document.querySelectorAll('table')][0]?.tBodies[0]?.rows;
  expect([...(rows ?? [])].map(({ cells }) => cells[2]?.textContent)).toEqual(['7', '3', '–', '–']);
  expect(page()).toContain(`Seen on node1 (9), ${ATTACK} (2)`);
  expect(document.querySelector('img')).toBeNull();
});

test('what is left out is told', () => {
  expect(page()).toContain('4 of them are of rarer kinds');
  expect(page()).toContain('2 more are not summed up here');
});

test('a chosen node tells its own story on the timeline of all, and where its times were moved', () => {
  choose('1');
  expect(page()).not.toContain('Nodes beside each other');
  expect(page()).toContain('Its times are 1.5 min earlier here than in its files');
  const dumps = [...document.querySelectorAll('.card h3')].map(({ textContent }) => textContent);
  expect(dumps).toEqual([`nodes/${ATTACK}/thread-dumps/1.txt`]);
  const chart = document.querySelector('[role=slider]');
  chart?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }));
  expect(chart?.getAttribute('aria-valuetext')).toContain('2026-03-01 12:30');
  choose('');
  expect(page()).toContain('Nodes beside each other');
});

test('a node whose summary was lost says so', () => {
  choose('3');
  expect(page()).toContain('was lost on the way');
});
