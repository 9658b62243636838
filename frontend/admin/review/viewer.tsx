import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { useStore } from '../use-store';
import type { Changes } from './changes/changes-store';
import { cutsOf } from './changes/items';
import { TakeOut } from './changes/take-out';
import { EntryHead } from './entry-head';
import { FailureMessage } from './failure';
import { LineView } from './line-view';
import { ScrollBar } from './scroll-bar';
import { StructuredEntry, StructureSwitch } from './structured/structured';
import type { StructuredView } from './structured/structured-store';
import { visible } from './tree-view';
import { numbersOf, selectedOf, type Shown, type Viewer } from './viewer-store';
import { ViewerTools } from './viewer-tools';

export const LINE_HEIGHT = 20;

interface ViewProps {
  readonly viewer: Viewer;
  readonly structured: StructuredView;
  readonly changes: Changes;
}

export function ViewerView({ viewer, structured, changes }: ViewProps) {
  const { t } = useLanguage();
  const state = useStore(viewer.state);
  return (
    <section className="hearth-review-viewer" aria-label={t('ui.review.viewer')}>
      {state.phase === 'none' ? (
        <p className="hearth-review-empty">{t('ui.review.viewer.none')}</p>
      ) : (
        <EntryHead node={state.node} />
      )}
      {state.phase === 'opening' ? <Loading words={t('ui.review.viewer.opening')} /> : null}
      {state.phase === 'failed' ? (
        <FailureMessage failure={state.failure} name={visible(state.node.name)} />
      ) : null}
      {state.phase === 'shown' ? (
        <Entry viewer={viewer} structured={structured} changes={changes} state={state} />
      ) : null}
    </section>
  );
}

function Entry({ viewer, structured, changes, state }: ViewProps & TextProps) {
  const { wanted } = useStore(structured.state);
  const structure = structured.structureOf(state);
  if (structure === undefined) {
    return <Text viewer={viewer} changes={changes} state={state} />;
  }
  return (
    <>
      <StructureSwitch view={structured} />
      {wanted ? (
        <StructuredEntry view={structured} node={state.node} structure={structure} />
      ) : (
        <Text viewer={viewer} changes={changes} state={state} />
      )}
    </>
  );
}

interface TextProps {
  readonly viewer: Viewer;
  readonly changes: Changes;
  readonly state: Shown;
}

function Text({ viewer, changes, state }: TextProps) {
  const { t } = useLanguage();
  if (state.text.size === 0) {
    return <p className="hearth-review-empty">{t('ui.review.viewer.empty')}</p>;
  }
  const { broken } = state.text;
  return (
    <>
      <ViewerTools key={state.node.key} viewer={viewer} state={state} />
      {broken === undefined ? null : (
        <FailureMessage failure={broken} name={visible(state.node.name)} />
      )}
      {changes.possible ? <TakeOut changes={changes} state={state} /> : null}
      <Lines viewer={viewer} changes={changes} state={state} />
    </>
  );
}

function Lines({ viewer, changes, state }: TextProps) {
  const { t } = useLanguage();
  const { items } = useStore(changes.state);
  const cuts = cutsOf(items, state.node.entry?.index ?? -1);
  const selected = selectedOf(state);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useWheel(box, viewer);
  useRows(box, viewer);
  const numbers = numbersOf(state);
  const rows = state.lines.slice(state.top, state.top + viewer.height + 1);
  const active = rows.some(({ at }) => at === state.active);
  return (
    <div className="hearth-review-text">
      <div
        ref={box}
        id={id}
        role="listbox"
        tabIndex={0}
        aria-multiselectable
        aria-label={t('ui.review.viewer.lines')}
        {...(active ? { 'aria-activedescendant': `${id}-${String(state.active)}` } : {})}
        className="hearth-review-lines"
        onKeyDown={(event) => {
          onKey(event, viewer);
          if (event.key === 'Delete' && changes.possible) {
            event.preventDefault();
            void changes.takeLines(state.node, selected);
          }
        }}
      >
        {rows.map((line, index) => (
          <LineView
            key={line.at}
            id={`${id}-${String(line.at)}`}
            line={line}
            number={numbers[state.top + index]}
            active={line.at === state.active}
            selected={
              state.anchor !== undefined && selected.from <= line.at && line.at <= selected.to
            }
            gone={cuts.some(({ from, to }) => from <= line.at && line.at < to)}
            query={state.query}
            matchCase={state.matchCase}
            onChoose={(extend) => {
              viewer.activate(line.at, extend);
            }}
          />
        ))}
      </div>
      <ScrollBar viewer={viewer} state={state} controls={id} />
    </div>
  );
}

/** Whole lines for each turn of a wheel; the browser's own scrolling ends at some millions of lines. */
function useWheel(box: React.RefObject<HTMLDivElement>, viewer: Viewer): void {
  useEffect(() => {
    const element = box.current;
    let rest = 0;
    const onWheel = (event: WheelEvent): void => {
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        return;
      }
      event.preventDefault();
      rest +=
        event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY / LINE_HEIGHT : event.deltaY;
      const lines = Math.trunc(rest);
      rest -= lines;
      viewer.scroll(lines);
    };
    // React listens passively, which cannot keep the page from scrolling as well.
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element?.removeEventListener('wheel', onWheel);
    };
  }, [box, viewer]);
}

function useRows(box: React.RefObject<HTMLDivElement>, viewer: Viewer): void {
  useEffect(() => {
    const element = box.current;
    if (element === null || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(() => {
      viewer.resize(Math.floor(element.clientHeight / LINE_HEIGHT));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [box, viewer]);
}

const SCREEN = 20;

function onKey(event: KeyboardEvent, viewer: Viewer): void {
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => void viewer.move(1, event.shiftKey),
    ArrowUp: () => void viewer.move(-1, event.shiftKey),
    PageDown: () => void viewer.move(SCREEN, event.shiftKey),
    PageUp: () => void viewer.move(-SCREEN, event.shiftKey),
    Home: () => void viewer.go(0),
    End: () => void viewer.toEnd(),
    n: () => void viewer.step(event.shiftKey ? -1 : 1),
    N: () => void viewer.step(-1),
    e: () => void viewer.toError(1),
    E: () => void viewer.toError(-1),
  };
  const move = event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.key];
  if (move !== undefined) {
    event.preventDefault();
    move();
  }
}
