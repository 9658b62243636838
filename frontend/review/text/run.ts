import { Damaged } from '../zip/damaged';
import { Inflater, type Mark } from '../zip/inflate';

/** Gives packed bytes of an entry from some place on; `last` when there are no more behind them. */
export type Feed = (
  from: number,
) => Promise<{ readonly bytes: Uint8Array; readonly last: boolean }>;

/** Reads an entry's text from a mark onwards. */
export class Run {
  private readonly inflater: Inflater;
  /** What was unpacked and not read yet: a view that is good until the inflater runs again. */
  private left: Uint8Array = new Uint8Array(0);
  private ended = false;

  constructor(
    readonly origin: Mark,
    private readonly feed: Feed,
    /** Called with the inflater at each place where it could begin again. */
    private readonly passed: (inflater: Inflater) => void,
  ) {
    this.inflater = new Inflater(origin);
  }

  /** How much text lies before what is read next. */
  get position(): number {
    return this.inflater.text - this.left.length;
  }

  async skipTo(text: number): Promise<void> {
    while (this.position < text) {
      await this.more();
      this.left = this.left.subarray(Math.min(this.left.length, text - this.position));
    }
  }

  async read(length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    for (let filled = 0; filled < length;) {
      await this.more();
      const part = this.left.subarray(0, length - filled);
      bytes.set(part, filled);
      filled += part.length;
      this.left = this.left.subarray(part.length);
    }
    return bytes;
  }

  private async more(): Promise<void> {
    while (this.left.length === 0) {
      if (this.ended) {
        throw new Damaged(`its text ends after ${this.position} bytes, it should have more`);
      }
      const state = this.inflater.run();
      this.left = this.inflater.take();
      this.passed(this.inflater);
      this.ended = state === 'ended';
      if (state === 'hungry') {
        const { bytes, last } = await this.feed(this.inflater.wants);
        this.inflater.give(bytes, last);
      }
    }
  }
}
