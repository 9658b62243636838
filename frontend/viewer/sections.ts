import type { Dump, ExceptionGroup, Insight, Pauses, Requests } from '../shared/insight';
import { entryLink, h, tiles } from './dom';
import { table, valued } from './table';
import { Timeline } from './timeline';
import type { Language } from './words';

/**
 * All that the script draws, in the order in which a support engineer looks at it. The timeline
 * goes as far as that of `whole`, so that those of several nodes can be compared.
 */
export function sections(
  insight: Insight,
  language: Language,
  whole: Insight = insight,
): readonly Node[] {
  const { log, exceptions, requests, pauses, threadDumps, threadDumpsNotListed } = insight;
  return [
    ...(log === undefined && requests === undefined && pauses === undefined
      ? []
      : timeline(insight, language, whole)),
    ...(exceptions === undefined ? [] : exceptionTable(exceptions, language)),
    ...(requests === undefined ? [] : requestTables(requests, language)),
    ...(pauses === undefined ? [] : pauseTable(pauses, language)),
    ...(threadDumps.length === 0
      ? []
      : [
          h('h2', {}, language.w('threads')),
          ...threadDumps.map((dump) => dumpCard(dump, language)),
          ...(threadDumpsNotListed === 0
            ? []
            : [
                h(
                  'p',
                  { class: 'quiet' },
                  language.w('dumps-not-listed', language.count(threadDumpsNotListed)),
                ),
              ]),
        ]),
  ];
}

function timeline(insight: Insight, language: Language, whole: Insight): readonly Node[] {
  const { w, count } = language;
  const { log, starts } = insight;
  const drawn = Timeline.of(insight, language, whole);
  return [
    h('h2', {}, w('timeline')),
    ...(log === undefined
      ? []
      : [
          tiles(
            [count(log.lines), w('log-lines')],
            [count(log.errors), w('errors')],
            [count(log.warnings), w('warnings')],
            [count(starts?.count ?? 0), w('starts')],
          ),
        ]),
    ...(drawn === undefined ? [] : [drawn.element]),
  ];
}

function time(value: string): string {
  return value.replace('T', ' ');
}

/** Exact, or what was counted at least. */
function counted(
  { count, atMost }: { readonly count: number; readonly atMost: number },
  language: Language,
): HTMLTableCellElement {
  const shown = language.count(count);
  return valued(count, atMost > count ? language.w('at-least', shown) : shown);
}

function exceptionTable(
  { count, notListed, groups }: NonNullable<Insight['exceptions']>,
  language: Language,
): readonly Node[] {
  const { w } = language;
  const title = h('h2', {}, w('exceptions'));
  if (groups.length === 0) {
    return [title, h('p', { class: 'quiet' }, w('none'))];
  }
  return [
    title,
    h('p', { class: 'quiet' }, w('exceptions-lead', language.count(count))),
    ...(notListed === 0
      ? []
      : [h('p', { class: 'quiet' }, w('exceptions-not-listed', language.count(notListed)))]),
    table(
      language,
      w('exceptions'),
      [
        { title: w('count'), number: true },
        { title: w('exception') },
        { title: w('first') },
        { title: w('last') },
        { title: w('file') },
      ],
      groups.map((group) => [
        counted(group, language),
        exception(group, language),
        time(group.first),
        time(group.last),
        entryLink(group.entry),
      ]),
    ),
  ];
}

function exception(group: ExceptionGroup, { w, count }: Language): HTMLTableCellElement {
  const on = (group.nodes ?? []).map((node) => `${node.node} (${count(node.count)})`);
  return h(
    'td',
    { class: 'name' },
    h('strong', {}, group.type),
    ...(group.message === '' ? [] : [h('div', {}, group.message)]),
    ...(group.cause === '' ? [] : [h('div', { class: 'quiet' }, `${w('cause')} ${group.cause}`)]),
    ...(group.culprit === '' ? [] : [h('div', { class: 'quiet' }, group.culprit)]),
    ...(on.length === 0 ? [] : [h('div', {}, `${w('seen-on')} ${on.join(', ')}`)]),
    stack(w('stack'), group.sample),
  );
}

function stack(title: string, sample: string): HTMLElement {
  return h('details', {}, h('summary', {}, title), h('pre', { tabindex: 0 }, sample));
}

function requestTables(requests: Requests, language: Language): readonly Node[] {
  const { w, count, millis } = language;
  const server = requests.statuses['5xx'] ?? 0;
  return [
    h('h2', {}, w('requests-title')),
    tiles(
      [count(requests.count), w('requests')],
      [millis(requests.millis.p50), w('fast-half')],
      [millis(requests.millis.p95), w('fast-most')],
      [millis(requests.millis.longest), w('longest')],
      [count(server), w('server-errors')],
    ),
    ...(requests.takenForMicroseconds ? [h('p', { class: 'quiet' }, w('micros'))] : []),
    h('h3', {}, w('slowest')),
    table(
      language,
      w('slowest'),
      [
        { title: w('duration'), number: true },
        { title: w('request') },
        { title: w('status'), number: true },
        { title: w('user') },
        { title: w('time') },
        { title: w('file') },
      ],
      requests.slowest.map((slow) => [
        valued(slow.millis, millis(slow.millis)),
        h('td', { class: 'name' }, slow.request),
        valued(slow.status, String(slow.status)),
        slow.user === '' ? w('anonymous') : slow.user,
        time(slow.at),
        entryLink(slow.entry),
      ]),
    ),
    h('h3', {}, w('paths')),
    askedTable(w('paths'), w('path'), requests.paths, ({ path }) => path, language),
    h('h3', {}, w('users')),
    askedTable(w('users'), w('user'), requests.users, ({ user }) => user, language),
  ];
}

function askedTable<T extends Omit<Requests['paths'][number], 'path'>>(
  name: string,
  title: string,
  rows: readonly T[],
  nameOf: (row: T) => string,
  language: Language,
): Node {
  const { w, millis, count } = language;
  return table(
    language,
    name,
    [
      { title },
      { title: w('requests'), number: true },
      { title: w('total'), number: true },
      { title: w('longest'), number: true },
      { title: w('server-errors'), number: true },
    ],
    rows.map((row) => [
      h('td', { class: 'name' }, nameOf(row)),
      counted(row, language),
      valued(row.totalMillis, millis(row.totalMillis)),
      valued(row.longestMillis, millis(row.longestMillis)),
      valued(row.failed, count(row.failed)),
    ]),
  );
}

function pauseTable(pauses: Pauses, language: Language): readonly Node[] {
  const { w, count } = language;
  const micros = (value: number): string => language.millis(value / 1000);
  return [
    h('h2', {}, w('pauses-title')),
    tiles(
      [count(pauses.count), w('pauses-count')],
      [micros(pauses.totalMicros), w('pauses-total')],
      [
        micros(pauses.longestMicros),
        [w('longest'), time(pauses.longestAt)].filter((part) => part !== '').join(', '),
      ],
    ),
    table(
      language,
      w('pauses-title'),
      [
        { title: w('kind') },
        { title: w('count'), number: true },
        { title: w('total'), number: true },
        { title: w('longest'), number: true },
      ],
      pauses.kinds.map((kind) => [
        kind.kind,
        valued(kind.count, count(kind.count)),
        valued(kind.totalMicros, micros(kind.totalMicros)),
        valued(kind.longestMicros, micros(kind.longestMicros)),
      ]),
    ),
  ];
}

function dumpCard(dump: Dump, { w, count }: Language): HTMLElement {
  const states = Object.entries(dump.states)
    .sort(([, a], [, b]) => b - a)
    .map(([state, threads]) => `${state} ${count(threads)}`);
  return h(
    'div',
    { class: `card ${dump.deadlock ? 'problem' : 'ok'}` },
    h('h3', {}, entryLink(dump.entry)),
    h('p', {}, `${w('threads-count', count(dump.threads))} ${states.join(' · ')}`),
    h('p', {}, w(dump.deadlock ? 'deadlock' : 'no-deadlock')),
    ...dump.stacks.map((one) =>
      stack(
        `${w('shared-stack', count(one.count))} ${one.state}: ${one.names.join(', ')}${one.count > one.names.length ? ' …' : ''}`,
        one.sample,
      ),
    ),
  );
}
