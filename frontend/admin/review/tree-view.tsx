import { Checkbox } from '@atlaskit/checkbox';
import Textfield from '@atlaskit/textfield';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { useLanguage } from '../language';
import { useStore } from '../use-store';
import { tickOf, type Changes } from './changes/changes-store';
import { removedBy } from './changes/items';
import { FindingMarks } from './findings';
import type { Row } from './tree';
import type { Tree } from './tree-store';
import type { Viewer } from './viewer-store';

const HEIGHT = 32;
const PAGE = 10;

interface Props {
  readonly tree: Tree;
  readonly viewer: Viewer;
  readonly changes: Changes;
}

/** The entries, with what stands out in each; only the rows in sight are drawn. */
export function TreeView({ tree, viewer, changes }: Props) {
  const { t } = useLanguage();
  const state = useStore(tree.state);
  return (
    <section className="hearth-review-tree" aria-label={t('ui.review.tree')}>
      <div className="hearth-review-tools">
        <Textfield
          isCompact
          type="search"
          maxLength={200}
          aria-label={t('ui.review.tree.filter')}
          placeholder={t('ui.review.tree.filter')}
          value={state.text}
          onChange={(event) => {
            tree.narrow({ text: event.currentTarget.value });
          }}
        />
        <Checkbox
          label={t('ui.review.tree.findings')}
          isChecked={state.findingsOnly}
          onChange={(event) => {
            tree.narrow({ findingsOnly: event.currentTarget.checked });
          }}
        />
      </div>
      {state.rows.length === 0 ? (
        <p className="hearth-review-empty">{t('ui.review.tree.empty')}</p>
      ) : (
        <Rows tree={tree} viewer={viewer} changes={changes} />
      )}
    </section>
  );
}

function Rows({ tree, viewer, changes }: Props) {
  const { t } = useLanguage();
  const { ticked, items: wished } = useStore(changes.state);
  const gone = removedBy(wished);
  const { rows, active } = useStore(tree.state);
  const shown = useStore(viewer.state);
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used here only
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => HEIGHT,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const at = tree.at();
  useEffect(() => {
    virtual.scrollToIndex(at);
  }, [virtual, at]);
  const choose = (row: Row): void => {
    tree.activate(row.node.key);
    if (row.open !== undefined) {
      tree.toggle(row.node.key);
    } else {
      void viewer.open(row.node);
    }
  };
  const selected = shown.phase === 'none' ? undefined : shown.node.key;
  return (
    <div
      ref={scroll}
      role="tree"
      tabIndex={0}
      aria-label={t('ui.review.tree')}
      {...(items.some(({ index }) => index === at)
        ? { 'aria-activedescendant': `${id}-${String(at)}` }
        : {})}
      className="hearth-review-rows"
      onKeyDown={(event) => {
        onKey(event, tree, choose, changes);
      }}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <RowView
              key={row.node.key}
              id={`${id}-${String(index)}`}
              row={row}
              top={start}
              active={row.node.key === active}
              selected={row.node.key === selected}
              ticked={changes.possible ? tickOf(row.node, ticked) : undefined}
              gone={row.node.entry !== undefined && gone.has(row.node.entry.index)}
              onTick={() => {
                changes.tick(row.node);
              }}
              onChoose={choose}
            />
          );
        })}
      </div>
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly row: Row;
  readonly top: number;
  readonly active: boolean;
  readonly selected: boolean;
  /** Absent where nothing can be ticked. */
  readonly ticked: boolean | 'mixed' | undefined;
  readonly gone: boolean;
  readonly onTick: () => void;
  readonly onChoose: (row: Row) => void;
}

function RowView(props: RowProps) {
  const { id, row, top, active, selected, ticked, gone, onTick, onChoose } = props;
  const { format } = useLanguage();
  const { node, level, order, siblings, open } = row;
  const missing = node.facts?.state === 'missing' || gone;
  return (
    // The keyboard is handled by the tree, which has the focus.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-posinset={order}
      aria-setsize={siblings}
      aria-selected={selected}
      {...(open === undefined ? {} : { 'aria-expanded': open })}
      {...(ticked === undefined ? {} : { 'aria-checked': ticked })}
      className={`hearth-review-row${active ? ' hearth-review-active' : ''}`}
      style={{ top, height: HEIGHT, paddingInlineStart: 4 + Math.min(level - 1, 12) * 14 }}
      onClick={() => {
        onChoose(row);
      }}
    >
      {ticked === undefined ? null : (
        // The tree's own keys tick as well.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <span
          className={`hearth-review-tick hearth-review-tick-${String(ticked)}`}
          onClick={(event) => {
            event.stopPropagation();
            onTick();
          }}
        />
      )}
      <span aria-hidden="true" className="hearth-review-arrow">
        {open === undefined ? '' : open ? '▾' : '▸'}
      </span>
      <span
        className={`hearth-review-name${missing ? ' hearth-review-missing' : ''}`}
        title={node.key}
      >
        {visible(node.name)}
      </span>
      <FindingMarks findings={node.findings} brief={open !== undefined} />
      <span className="hearth-review-size">{missing ? '' : format.bytes(node.size)}</span>
    </div>
  );
}

/** Signs that turn or hide what is around them are shown as what they are. */
export function visible(name: string): string {
  return name.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

function onKey(
  event: KeyboardEvent,
  tree: Tree,
  choose: (row: Row) => void,
  changes: Changes,
): void {
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => tree.move(1),
    ArrowUp: () => tree.move(-1),
    ArrowRight: () => tree.forward(),
    ArrowLeft: () => tree.back(),
    Home: () => tree.move(-Infinity),
    End: () => tree.move(Infinity),
    PageDown: () => tree.move(PAGE),
    PageUp: () => tree.move(-PAGE),
    Enter: () => chooseActive(tree, choose),
    ' ': () => chooseActive(tree, changes.possible ? (row) => changes.tick(row.node) : choose),
  };
  const move = moves[event.key];
  if (move !== undefined) {
    event.preventDefault();
    move();
  }
}

function chooseActive(tree: Tree, choose: (row: Row) => void): void {
  const row = tree.row();
  if (row !== undefined) {
    choose(row);
  }
}
