import type { Direction, Failure, Hit, Review, TextLine, TextState } from '../../shared/review';
import { createStore, type Store, type WritableStore } from '../../shared/store';
import type { Node } from './tree';

export interface Shown {
  readonly phase: 'shown';
  readonly node: Node;
  readonly text: TextState;
  /** Lines around those in sight, so that scrolling does not wait. */
  readonly lines: readonly TextLine[];
  /** The number of the first of them, once it is known. */
  readonly first: number | undefined;
  /** Which of them is the topmost in sight. */
  readonly top: number;
  /** Where the line begins that has the keyboard. */
  readonly active: number;
  /** Where the line begins from which lines are selected up to that one. */
  readonly anchor: number | undefined;
  readonly query: string;
  readonly matchCase: boolean;
  readonly hit: Hit | undefined;
  /** What was looked for last and is not there. */
  readonly nothing: 'error' | 'hit' | undefined;
}

export type ViewerState =
  | Shown
  | { readonly phase: 'failed'; readonly node: Node; readonly failure: Failure }
  | { readonly phase: 'none' }
  | { readonly phase: 'opening'; readonly node: Node };

/** Where the first and the last line begin that are selected. */
export interface Selected {
  readonly from: number;
  readonly to: number;
}

/** Lines kept above and below those in sight. */
const SPARE = 120;
/** How many lines stay in sight above what was gone to. */
const ABOVE = 4;
const PACE = 150;

/** The text of one entry: which part is in sight, what is searched for. */
export class Viewer {
  readonly state: Store<ViewerState>;
  private readonly writable: WritableStore<ViewerState> = createStore<ViewerState>({
    phase: 'none',
  });
  private rows = 30;
  private asked = 0;

  constructor(
    private readonly review: Review,
    private readonly wait: (ms: number) => Promise<void>,
  ) {
    this.state = this.writable;
  }

  /** How many lines are in sight. */
  get height(): number {
    return this.rows;
  }

  /** How many lines fit into the window. */
  resize(rows: number): void {
    this.rows = Math.max(1, rows);
    this.scroll(0);
  }

  async open(node: Node): Promise<void> {
    const { entry } = node;
    if (entry === undefined) {
      return;
    }
    this.asked += 1;
    const { asked } = this;
    this.writable.set({ phase: 'opening', node });
    const text = await this.review.view(entry.index);
    if (!text.ok) {
      this.fail(node, text.failure, asked);
      return;
    }
    const screen = await this.review.lines(0, 0, this.rows + SPARE);
    if (asked !== this.asked) {
      return;
    }
    if (!screen.ok) {
      this.fail(node, screen.failure, asked);
      return;
    }
    this.writable.set({
      phase: 'shown',
      ...{ node, text: text.value, lines: screen.value.lines, first: screen.value.first },
      ...{
        top: 0,
        active: 0,
        anchor: undefined,
        query: '',
        matchCase: false,
        hit: undefined,
        nothing: undefined,
      },
    });
    void this.follow(node);
  }

  private fail(node: Node, failure: Failure, asked: number): void {
    if (asked === this.asked) {
      this.writable.set({ phase: 'failed', node, failure });
    }
  }

  /** Shows how far counting and searching are. */
  private async follow(node: Node): Promise<void> {
    for (;;) {
      await this.wait(PACE);
      const now = this.shown();
      if (now?.node !== node) {
        return;
      }
      const state = await this.review.state();
      const after = this.shown();
      if (after?.node !== node || !state.ok) {
        return;
      }
      this.writable.set({ ...after, text: state.value });
      await this.firstHit(after);
      if (isSettled(state.value)) {
        await this.number(node);
        return;
      }
    }
  }

  /** The first place is gone to as soon as it is found. */
  private async firstHit(now: Shown): Promise<void> {
    const found = this.shown()?.text.search?.hits ?? 0;
    if (now.query !== '' && now.hit === undefined && found > 0) {
      await this.step(1, now.active);
    }
  }

  /** The lines in sight get their numbers once they were counted. */
  private async number(node: Node): Promise<void> {
    const now = this.shown();
    const top = now?.lines[now.top]?.at;
    if (now?.node === node && now.first === undefined && top !== undefined) {
      await this.load(top, 0, now.active);
    }
  }

  /** Moves what is in sight by so many lines. */
  scroll(by: number): void {
    const now = this.shown();
    if (now === undefined) {
      return;
    }
    const top = this.clamp(now, now.top + by);
    this.writable.set({ ...now, top });
    const line = now.lines[top];
    const short =
      (top < SPARE / 3 && (now.lines[0]?.at ?? 0) > 0) ||
      (now.lines.length - top - this.rows < SPARE / 3 &&
        (now.lines.at(-1)?.end ?? 0) < now.text.size);
    if (short && line !== undefined && by !== 0) {
      void this.load(line.at, 0, now.active);
    }
  }

  private clamp(now: Pick<Shown, 'lines'>, top: number): number {
    return Math.max(0, Math.min(top, now.lines.length - this.rows));
  }

  /** Goes to a place; its line gets the keyboard. */
  go(place: number): Promise<void> {
    return this.load(place, ABOVE, place);
  }

  toEnd(): Promise<void> {
    const size = this.shown()?.text.size ?? 0;
    return this.load(Math.max(0, size - 1), this.rows - 1, Math.max(0, size - 1));
  }

  /** Goes to a part of the whole, as by the scroll bar. */
  seek(fraction: number): Promise<void> {
    const now = this.shown();
    const size = now?.text.size ?? 0;
    return fraction >= 1
      ? this.toEnd()
      : this.load(Math.floor(size * Math.max(0, fraction)), 0, now?.active ?? 0);
  }

  async goToLine(line: number): Promise<void> {
    const place = await this.review.placeOf(line);
    if (place.ok) {
      await this.go(place.value);
    }
  }

  /** Moves the keyboard by so many lines; `extend` selects those it comes by. */
  async move(by: number, extend = false): Promise<void> {
    const now = this.shown();
    if (now === undefined) {
      return;
    }
    const anchor = extend ? (now.anchor ?? now.active) : undefined;
    const at = now.lines.findIndex((line) => holds(line, now.active));
    const next = now.lines[Math.max(0, Math.min(now.lines.length - 1, at + by))];
    if (at < 0 || next === undefined) {
      await this.go(now.active);
      return;
    }
    this.writable.set({ ...now, active: next.at, anchor });
    const place = now.lines.indexOf(next);
    if (place < now.top || place >= now.top + this.rows) {
      this.scroll(place < now.top ? place - now.top : place - now.top - this.rows + 1);
    }
  }

  activate(place: number, extend = false): void {
    const now = this.shown();
    if (now !== undefined) {
      const anchor = extend ? (now.anchor ?? now.active) : undefined;
      this.writable.set({ ...now, active: place, anchor });
    }
  }

  async search(query: string, matchCase: boolean): Promise<void> {
    const now = this.shown();
    const text = await this.review.search(query, matchCase);
    const after = this.shown();
    if (now === undefined || after?.node !== now.node || !text.ok) {
      return;
    }
    const running = !isSettled(after.text);
    const cleared = { hit: undefined, nothing: undefined };
    this.writable.set({ ...after, query, matchCase, text: text.value, ...cleared });
    if (!running) {
      void this.follow(now.node);
    }
  }

  /** Goes to the next place with what is searched for, from the end back to the beginning. */
  async step(direction: Direction, from?: number): Promise<void> {
    const now = this.shown();
    if (now === undefined) {
      return;
    }
    const here = now.hit?.at ?? now.active;
    const start = from ?? (direction === 1 ? here + 1 : here);
    let hit = await this.review.hit(start, direction);
    if (hit.ok && hit.value === undefined) {
      hit = await this.review.hit(direction === 1 ? 0 : now.text.size, direction);
    }
    const after = this.shown();
    if (after?.node !== now.node || !hit.ok) {
      return;
    }
    if (hit.value === undefined) {
      this.writable.set({ ...after, nothing: 'hit' });
      return;
    }
    this.writable.set({ ...after, hit: hit.value, nothing: undefined });
    await this.go(hit.value.at);
  }

  async toError(direction: Direction): Promise<void> {
    const now = this.shown();
    if (now === undefined) {
      return;
    }
    const found = await this.review.error(now.active, direction);
    const after = this.shown();
    if (after?.node !== now.node || !found.ok) {
      return;
    }
    this.writable.set({ ...after, nothing: found.value === undefined ? 'error' : undefined });
    if (found.value !== undefined) {
      await this.go(found.value);
    }
  }

  private async load(place: number, above: number, active: number): Promise<void> {
    const before = this.shown();
    if (before === undefined) {
      return;
    }
    this.asked += 1;
    const { asked } = this;
    const screen = await this.review.lines(place, SPARE + above, this.rows + SPARE);
    const now = this.shown();
    if (asked !== this.asked || now?.node !== before.node) {
      return;
    }
    if (!screen.ok) {
      this.writable.set({ phase: 'failed', node: now.node, failure: screen.failure });
      return;
    }
    const { lines, first } = screen.value;
    const at = lines.findIndex((line) => holds(line, place));
    const top = this.clamp({ lines }, (at < 0 ? lines.length : at) - above);
    const lineOfActive = lines.find((line) => holds(line, active));
    this.writable.set({ ...now, lines, first, top, active: lineOfActive?.at ?? active });
  }

  private shown(): Shown | undefined {
    const now = this.writable.get();
    return now.phase === 'shown' ? now : undefined;
  }
}

function holds({ at, end }: TextLine, place: number): boolean {
  return at <= place && place < end;
}

function isSettled({ complete, broken, search }: TextState): boolean {
  return (complete || broken !== undefined) && search?.complete !== false;
}

export function selectedOf({ active, anchor = active }: Shown): Selected {
  return { from: Math.min(active, anchor), to: Math.max(active, anchor) };
}

/** The numbers of lines, for those that begin one. */
export function numbersOf({ lines, first }: Shown): readonly (number | undefined)[] {
  let number = first;
  return lines.map(({ ended }, index) => {
    const starts = index === 0 || lines[index - 1]?.ended === true;
    const own = starts ? number : undefined;
    number = number === undefined ? undefined : number + (ended ? 1 : 0);
    return own;
  });
}
