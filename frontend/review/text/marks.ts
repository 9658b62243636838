import { freshMark, type Inflater, type Mark } from '../zip/inflate';

/** How much text lies between two places to begin from; doubled when there are {@link MOST_MARKS}. */
export const MARK_STEP = 2 * 1024 * 1024;
/** Each that we made has a window of 32 KB. */
const MOST_MARKS = 1024;

/** Where unpacking can begin: at places that were noted in the ZIP, and at those that were passed once. */
export class Marks {
  private list: Mark[];
  private readonly noted: Set<Mark>;
  private step = MARK_STEP;

  constructor(noted: readonly Mark[]) {
    this.list = [freshMark(0, 0), ...noted];
    this.noted = new Set(noted);
  }

  /** The last one at or before this place. */
  before(text: number): Mark {
    return this.list[this.indexBefore(text)] ?? freshMark(0, 0);
  }

  get last(): number {
    return this.list.at(-1)?.text ?? 0;
  }

  /** Whether it is the ZIP's word only that unpacking can begin here. */
  isNoted(mark: Mark): boolean {
    return this.noted.has(mark);
  }

  /** Takes the ZIP's word for nothing any more; tells whether it was taken before. */
  distrust(): boolean {
    const trusted = this.noted.size > 0;
    this.list = [freshMark(0, 0)];
    this.noted.clear();
    return trusted;
  }

  /** To be called right after `take`. */
  remember(inflater: Inflater): void {
    const index = this.indexBefore(inflater.text);
    const after = this.list[index + 1];
    const far = inflater.text - (this.list[index]?.text ?? 0) >= this.step;
    if (!far || (after !== undefined && after.text - inflater.text < this.step)) {
      return;
    }
    this.list.splice(index + 1, 0, inflater.mark());
    if (this.list.length > MOST_MARKS && after === undefined) {
      this.list = this.list.filter((_, order) => order % 2 === 0);
      this.step *= 2;
    }
  }

  private indexBefore(text: number): number {
    let low = 0;
    let high = this.list.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.list[middle]?.text ?? Infinity) <= text) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
