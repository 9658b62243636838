import type { Insight } from '../shared/insight';
import { bucketsOf, timeOf, wholeOf, zoomed, type Bucket, type Span } from './buckets';
import { button, h, svg } from './dom';
import { table, valued } from './table';
import type { Language, Word } from './words';

const LANE = 64;
const GAP = 12;
const TOP = 18;
const AXIS = 22;
const BAR = 8;
const SMALLEST_BAR = 2;
const PAPER = 1040;

interface Lane {
  readonly word: Word;
  readonly css: string;
  readonly value: (bucket: Bucket) => number;
  readonly shown: (value: number) => string;
}

/** Errors, pauses and requests over time, with a line for each start. */
export class Timeline {
  readonly element: HTMLElement;
  private readonly lanes: readonly Lane[];
  private readonly chart: HTMLElement;
  private readonly told: HTMLElement;
  private readonly asTable: HTMLElement;
  private buckets: readonly Bucket[] = [];
  private selected = 0;
  private width = PAPER;

  private constructor(
    private readonly insight: Insight,
    private readonly language: Language,
    private readonly whole: Span,
    private span: Span,
  ) {
    const { w } = language;
    this.lanes = lanesOf(insight, language);
    this.chart = h('div', {
      class: 'chart',
      role: 'slider',
      tabindex: 0,
      'aria-label': w('timeline-help'),
      'aria-valuemin': 1,
    });
    this.told = h('p', { class: 'told' });
    this.asTable = h('div');
    const details = h('details', {}, h('summary', {}, w('as-table')), this.asTable);
    this.element = h(
      'div',
      { class: 'card' },
      this.chart,
      this.told,
      h(
        'p',
        { class: 'tools' },
        button(w('zoom-in'), () => {
          this.zoom('in');
        }),
        button(w('zoom-out'), () => {
          this.zoom('out');
        }),
        h('span', { class: 'quiet' }, w('clock')),
      ),
      details,
    );
    this.listen(details);
    this.draw();
  }

  /** Nothing where no line had a time. */
  static of(insight: Insight, language: Language, all: Insight): Timeline | undefined {
    const whole = wholeOf(all);
    return whole === undefined ? undefined : new Timeline(insight, language, whole, whole);
  }

  private listen(details: HTMLDetailsElement): void {
    this.chart.addEventListener('keydown', (event) => {
      const moves: Readonly<Record<string, () => void>> = {
        ArrowLeft: () => this.select(this.selected - 1),
        ArrowRight: () => this.select(this.selected + 1),
        PageUp: () => this.select(this.selected - 10),
        PageDown: () => this.select(this.selected + 10),
        Home: () => this.select(0),
        End: () => this.select(this.buckets.length - 1),
        '+': () => this.zoom('in'),
        '-': () => this.zoom('out'),
      };
      const move = moves[event.key];
      if (move !== undefined && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        move();
      }
    });
    this.chart.addEventListener('pointermove', (event) => {
      const box = this.chart.getBoundingClientRect();
      this.select(Math.floor(((event.clientX - box.left) / box.width) * this.buckets.length));
    });
    details.addEventListener('toggle', () => {
      this.tabulate(details.open);
    });
    if (typeof ResizeObserver === 'function') {
      new ResizeObserver(() => {
        const width = Math.floor(this.chart.clientWidth);
        if (width > 0 && width !== this.width) {
          this.width = width;
          this.draw();
          this.tabulate(details.open);
        }
      }).observe(this.chart);
    }
  }

  private zoom(way: 'in' | 'out'): void {
    const around = this.buckets[this.selected]?.from ?? this.span.from;
    this.span = zoomed(this.span, around, this.whole, way);
    this.draw();
    this.tabulate(this.asTable.childElementCount > 0);
    this.select(this.buckets.filter(({ from }) => from <= around).length - 1);
  }

  private draw(): void {
    this.buckets = bucketsOf(this.insight, this.span, Math.max(30, Math.floor(this.width / BAR)));
    const height = TOP + this.lanes.length * (LANE + GAP) + AXIS;
    const step = this.width / this.buckets.length;
    const drawing = svg('svg', {
      viewBox: `0 0 ${String(this.width)} ${String(height)}`,
      height,
      'aria-hidden': 'true',
    });
    drawing.append(
      svg('rect', { class: 'selected', y: TOP, height: height - TOP - AXIS, x: 0, width: step }),
    );
    this.buckets.forEach(({ starts }, index) => {
      if (starts.length > 0) {
        const x = (index + 0.5) * step;
        drawing.append(
          svg('line', { class: 'start', x1: x, x2: x, y1: TOP - 8, y2: height - AXIS }),
          svg('path', { class: 'start', d: `M${String(x - 5)} 2h10l-5 8z` }),
        );
      }
    });
    this.lanes.forEach((lane, index) => {
      drawing.append(...this.lane(lane, TOP + index * (LANE + GAP), step));
    });
    drawing.append(...this.axis(height));
    this.chart.replaceChildren(drawing);
    this.select(Math.min(this.selected, this.buckets.length - 1));
  }

  private lane({ word, css, value, shown }: Lane, top: number, step: number): readonly Node[] {
    const most = this.buckets.reduce((highest, bucket) => Math.max(highest, value(bucket)), 0);
    const base = top + LANE;
    const bars = this.buckets.flatMap((bucket, index) => {
      const size = value(bucket);
      const tall = Math.max(SMALLEST_BAR, (size / most) * (LANE - 16));
      const wide = Math.max(1, step - 1);
      return size === 0
        ? []
        : [svg('rect', { class: css, x: index * step, y: base - tall, width: wide, height: tall })];
    });
    const words = `${this.language.w(word)}${most === 0 ? '' : ` (${shown(most)})`}`;
    return [
      svg('text', { x: 0, y: top + 11 }, words),
      ...bars,
      svg('line', { class: 'base', x1: 0, x2: this.width, y1: base, y2: base }),
    ];
  }

  private axis(height: number): readonly Node[] {
    const marks = Math.max(2, Math.floor(this.width / 160));
    return Array.from({ length: marks }, (_, index) => {
      const part = index / (marks - 1);
      const minute = Math.round(this.span.from + part * (this.span.until - 1 - this.span.from));
      const anchor = index === 0 ? 'start' : index === marks - 1 ? 'end' : 'middle';
      return svg(
        'text',
        { x: part * this.width, y: height - 6, 'text-anchor': anchor },
        timeOf(minute),
      );
    });
  }

  private select(index: number): void {
    this.selected = Math.max(0, Math.min(this.buckets.length - 1, index));
    const bucket = this.buckets[this.selected];
    if (bucket === undefined) {
      return;
    }
    const told = this.tell(bucket);
    this.told.textContent = told;
    this.chart.setAttribute('aria-valuemax', String(this.buckets.length));
    this.chart.setAttribute('aria-valuenow', String(this.selected + 1));
    this.chart.setAttribute('aria-valuetext', told);
    const mark = this.chart.querySelector('.selected');
    mark?.setAttribute('x', String((this.selected * this.width) / this.buckets.length));
  }

  private tell(bucket: Bucket): string {
    const { w } = this.language;
    const parts = this.lanes.map(({ word, value, shown }) => `${w(word)}: ${shown(value(bucket))}`);
    const starts = [...new Set(bucket.starts)].map((what) => startWords(what, this.language));
    return [timeOf(bucket.from), ...parts, ...starts].join(' · ');
  }

  private tabulate(open: boolean): void {
    const { w } = this.language;
    const rows = this.buckets.filter(
      (bucket) => bucket.starts.length > 0 || this.lanes.some(({ value }) => value(bucket) > 0),
    );
    this.asTable.replaceChildren(
      ...(open
        ? [
            table(
              this.language,
              w('timeline'),
              [
                { title: w('time') },
                ...this.lanes.map(({ word }) => ({ title: w(word), number: true })),
                { title: w('starts') },
              ],
              rows.map((bucket) => [
                timeOf(bucket.from),
                ...this.lanes.map(({ value, shown }) =>
                  valued(value(bucket), shown(value(bucket))),
                ),
                [...new Set(bucket.starts)]
                  .map((what) => startWords(what, this.language))
                  .join(', '),
              ]),
            ),
          ]
        : []),
    );
  }
}

function startWords(what: string, { w }: Language): string {
  return what === 'product-starting' || what === 'tomcat-started' ? w(what) : what;
}

function lanesOf(insight: Insight, { count, millis }: Language): readonly Lane[] {
  const micros = (value: number): string => millis(value / 1000);
  const lanes: Lane[] = [];
  if (insight.log !== undefined) {
    lanes.push(
      { word: 'errors', css: 'bad', value: ({ errors }) => errors, shown: count },
      { word: 'warnings', css: 'warn', value: ({ warnings }) => warnings, shown: count },
    );
  }
  if (insight.pauses !== undefined) {
    const value = ({ pauseMicros }: Bucket): number => pauseMicros;
    lanes.push({ word: 'pauses', css: 'pause', value, shown: micros });
  }
  if (insight.requests !== undefined) {
    lanes.push(
      { word: 'requests', css: 'plain', value: ({ requests }) => requests, shown: count },
      { word: 'failed', css: 'bad', value: ({ failed }) => failed, shown: count },
    );
  }
  return lanes;
}
