import type { Insight, InsightNode } from '../shared/insight';
import { h } from './dom';
import { sections } from './sections';
import { table, valued } from './table';
import type { Language } from './words';

/** All that the logs tell; where several nodes made the ZIP, of all of them or of the one that is chosen. */
export function story(insight: Insight, language: Language): readonly Node[] {
  const { nodes } = insight;
  if (nodes === undefined) {
    return sections(insight, language);
  }
  const drawn = h('div');
  const draw = (node: InsightNode | undefined): void => {
    drawn.replaceChildren(
      ...(node === undefined
        ? [...comparison(nodes, language), ...sections(insight, language)]
        : [...notes(node, language), ...sections(of(node, insight), language, insight)]),
    );
  };
  draw(undefined);
  return [choice(nodes, language, draw), drawn];
}

/** What one node tells, with its own thread dumps. */
function of(node: InsightNode, insight: Insight): Insight {
  const { format, threadDumps } = insight;
  return {
    ...node,
    format,
    threadDumps: threadDumps.filter((dump) => dump.node === node.node),
    threadDumpsNotListed: 0,
  };
}

function choice(
  nodes: readonly InsightNode[],
  { w }: Language,
  choose: (node: InsightNode | undefined) => void,
): HTMLElement {
  const select = h(
    'select',
    { id: 'node' },
    h('option', { value: '' }, w('all-nodes')),
    ...nodes.map((node, index) =>
      h(
        'option',
        { value: index, disabled: node.state === 'missing' },
        node.state === 'missing' ? w('node-missing', node.node) : node.node,
      ),
    ),
  );
  select.addEventListener('change', () => {
    choose(select.value === '' ? undefined : nodes[Number(select.value)]);
  });
  return h('p', { class: 'nodes' }, h('label', { for: select.id }, w('node')), ' ', select);
}

function notes({ told, movedSeconds = 0 }: InsightNode, language: Language): readonly Node[] {
  const { w } = language;
  return [
    ...(told ? [] : [h('p', {}, w('node-silent'))]),
    ...(movedSeconds === 0 ? [] : [h('p', { class: 'quiet' }, moved(movedSeconds, language))]),
  ];
}

function moved(seconds: number, { w, millis }: Language): string {
  return w(seconds < 0 ? 'moved-back' : 'moved-on', millis(Math.abs(seconds) * 1000));
}

/** The nodes beside each other: one that differs is the first thing to look at. */
function comparison(nodes: readonly InsightNode[], language: Language): readonly Node[] {
  const { w, count, millis } = language;
  const number = (value: number | undefined, shown = count): HTMLTableCellElement =>
    value === undefined ? h('td', { class: 'number' }, '–') : valued(value, shown(value));
  return [
    h('h2', {}, w('nodes')),
    table(
      language,
      w('nodes'),
      [
        { title: w('node') },
        ...(['log-lines', 'errors', 'warnings', 'starts', 'requests', 'failed'] as const).map(
          (word) => ({ title: w(word), number: true }),
        ),
        { title: w('longest-pause'), number: true },
      ],
      nodes.map((node) => [
        h(
          'td',
          { class: 'name' },
          h('strong', {}, node.state === 'missing' ? w('node-missing', node.node) : node.node),
          ...(node.state === 'missing' ? [] : notes(node, language)),
        ),
        number(node.log?.lines),
        number(node.log?.errors),
        number(node.log?.warnings),
        number(node.starts?.count),
        number(node.requests?.count),
        number(node.requests?.statuses['5xx']),
        number(node.pauses?.longestMicros, (micros) => millis(micros / 1000)),
      ]),
    ),
  ];
}
