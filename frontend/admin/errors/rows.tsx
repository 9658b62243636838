import { Checkbox } from '@atlaskit/checkbox';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useLanguage } from '../language';
import { useStore } from '../use-store';
import { Sparkline } from './charts';
import type { Summary } from './contract';
import type { ErrorList, Listed } from './list-store';
import { headline, StateMark, useAppName } from './look';
import { hashOf } from './route';
import { useMedia } from './use-media';

interface Props {
  readonly list: ErrorList;
  readonly state: Listed;
  readonly now: number;
  readonly onOpen: (id: string) => void;
}

const NARROW = '(max-width: 800px)';
const HEIGHT = { wide: 60, narrow: 116 } as const;
const COLUMNS = ['choose', 'error', 'app', 'state', 'day', 'total', 'users', 'seen'] as const;

/** The groups as a grid: only the rows in sight are drawn, so that thousands scroll as easily as ten. */
export function Rows({ list, state, now, onOpen }: Props) {
  const { t } = useLanguage();
  const scroll = useRef<HTMLDivElement>(null);
  const height = useMedia(NARROW) ? HEIGHT.narrow : HEIGHT.wide;
  const { active, onKeyDown, setActive, focused } = useActiveRow(list, state, onOpen);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used here only
  const rows = useVirtualizer({
    count: state.total,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: 8,
    initialOffset: list.place.offset,
    onChange: (virtual) => {
      list.remember({ offset: virtual.scrollOffset ?? 0 });
    },
  });
  useEffect(() => {
    rows.measure();
  }, [rows, height]);
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    void list.reach(last);
  }, [list, last, state.groups.length]);
  useEffect(() => {
    if (focused.current) {
      rows.scrollToIndex(active);
      scroll.current?.querySelector<HTMLElement>(`[data-row="${String(active)}"]`)?.focus();
    }
  }, [rows, active, focused]);
  return (
    <div
      role="grid"
      tabIndex={-1}
      aria-label={t('ui.errors.list')}
      aria-rowcount={state.total + 1}
      aria-multiselectable="true"
      className="hearth-grid"
      onKeyDown={onKeyDown}
    >
      <Head list={list} state={state} />
      <div ref={scroll} className="hearth-grid-scroll" role="rowgroup">
        <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, start }) => (
            <Row
              key={index}
              index={index}
              top={start}
              height={height}
              group={state.groups[index]}
              active={index === active}
              list={list}
              now={now}
              onFocus={() => {
                setActive(index);
              }}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** One row can be reached with Tab; from there the arrows lead on, as in every grid. */
function useActiveRow(list: ErrorList, state: Listed, onOpen: (id: string) => void) {
  const [active, setIndex] = useState(list.place.row);
  const focused = useRef(false);
  const setActive = (row: number): void => {
    list.remember({ row });
    setIndex(row);
  };
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: 10,
    PageUp: -10,
    Home: -state.total,
    End: state.total,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const group = state.groups[active];
    const onRow = (event.target as HTMLElement).dataset['row'] !== undefined;
    if (step !== undefined) {
      event.preventDefault();
      focused.current = true;
      const reach = Math.max(0, state.groups.length - 1);
      setActive(Math.min(reach, Math.max(0, active + step)));
    } else if (event.key === 'Enter' && onRow && group !== undefined) {
      event.preventDefault();
      onOpen(group.id);
    } else if (event.key === ' ' && onRow && group !== undefined) {
      event.preventDefault();
      list.choose([group.id], !list.chosen.get().has(group.id));
    }
  };
  return { active: Math.min(active, Math.max(0, state.total - 1)), onKeyDown, setActive, focused };
}

function Head({ list, state }: Pick<Props, 'list' | 'state'>) {
  const { t } = useLanguage();
  const chosen = useStore(list.chosen);
  const all = state.groups.length > 0 && state.groups.every(({ id }) => chosen.has(id));
  return (
    <div role="rowgroup" className="hearth-grid-head">
      <div role="row" aria-rowindex={1} className="hearth-grid-row">
        {COLUMNS.map((column) => (
          <div
            key={column}
            role="columnheader"
            className={`hearth-cell-${column}${['total', 'users', 'seen'].includes(column) ? ' hearth-number' : ''}`}
          >
            {column === 'choose' ? (
              <Checkbox
                isChecked={all}
                isIndeterminate={!all && chosen.size > 0}
                aria-label={t('ui.errors.choose.all')}
                onChange={() => {
                  list.choose(
                    state.groups.map(({ id }) => id),
                    !all,
                  );
                }}
              />
            ) : (
              t(`ui.errors.column.${column}`)
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

interface RowProps extends Pick<Props, 'list' | 'now'> {
  readonly index: number;
  readonly top: number;
  readonly height: number;
  /** Not there yet while it is fetched. */
  readonly group: Summary | undefined;
  readonly active: boolean;
  readonly onFocus: () => void;
}

function Row({ index, top, height, group, active, list, now, onFocus }: RowProps) {
  const { t } = useLanguage();
  const chosen = useStore(list.chosen);
  const isChosen = group !== undefined && chosen.has(group.id);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-row={index}
      tabIndex={active ? 0 : -1}
      className={`hearth-grid-row hearth-grid-body${isChosen ? ' hearth-grid-chosen' : ''}`}
      style={{ position: 'absolute', top, height, insetInline: 0 }}
      onFocus={onFocus}
    >
      {group === undefined ? (
        <div role="gridcell" className="hearth-grid-wait">
          {t('ui.errors.fetching')}
        </div>
      ) : (
        <Cells group={group} isChosen={isChosen} list={list} now={now} />
      )}
    </div>
  );
}

function Cells({
  group,
  isChosen,
  list,
  now,
}: Pick<Props, 'list' | 'now'> & { readonly group: Summary; readonly isChosen: boolean }) {
  const { t, format } = useLanguage();
  const name = useAppName();
  const words = headline(group);
  return (
    <>
      <div role="gridcell" className="hearth-cell-choose">
        <Checkbox
          isChecked={isChosen}
          aria-label={t('ui.errors.choose', { title: words })}
          onChange={() => {
            list.choose([group.id], !isChosen);
          }}
        />
      </div>
      <div role="gridcell" className="hearth-cell-error">
        <a
          className="hearth-title"
          tabIndex={-1}
          href={hashOf({ at: 'group', id: group.id })}
          title={words}
        >
          {group.type === '' ? null : <strong>{group.type}</strong>} <span>{group.title}</span>
        </a>
        <span className="hearth-culprit" title={group.culprit}>
          {group.culprit}
        </span>
      </div>
      <div role="gridcell" className="hearth-cell-app" title={group.app.key}>
        {name(group.app)}
      </div>
      <div role="gridcell" className="hearth-cell-state">
        <StateMark status={group.state.status} />
      </div>
      <div role="gridcell" className="hearth-cell-day">
        <Sparkline
          values={group.hours}
          label={t('ui.errors.hours', {
            total: group.hours.reduce((sum, one) => sum + one, 0),
            top: Math.max(0, ...group.hours),
          })}
        />
      </div>
      <div role="gridcell" className="hearth-cell-total hearth-number">
        {format.count(group.total)}
        <span className="hearth-unit"> {t('ui.errors.unit.errors')}</span>
      </div>
      <div role="gridcell" className="hearth-cell-users hearth-number">
        {format.count(group.usersToday)}
        <span className="hearth-unit"> {t('ui.errors.unit.users')}</span>
      </div>
      <div
        role="gridcell"
        className="hearth-cell-seen hearth-number"
        title={format.date(group.lastSeen)}
      >
        {format.ago(group.lastSeen, now)}
      </div>
    </>
  );
}
