const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const TWO = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));

function two(n: number): string {
  return TWO[n] ?? String(n);
}

function three(n: number): string {
  return n < 10 ? `00${n}` : n < 100 ? `0${n}` : String(n);
}

/** The time of the line being written, in the spellings of the products' logs (all UTC). */
export class LogClock {
  private second = -1;
  private date = '';
  private time = '';
  private commonDate = '';
  private day = -1;

  constructor(public millis: number) {}

  advance(millis: number): void {
    this.millis += millis;
  }

  /** `2023-05-05 13:35:42,472` */
  log4j(): string {
    this.refresh();
    return `${this.date} ${this.time},${three(Math.floor(this.millis) % 1000)}`;
  }

  /** `05/May/2023:13:35:42 +0000` */
  access(): string {
    this.refresh();
    return `${this.commonDate}:${this.time} +0000`;
  }

  /** `2023-05-05T13:35:42.472+0000` */
  unified(): string {
    this.refresh();
    return `${this.date}T${this.time}.${three(Math.floor(this.millis) % 1000)}+0000`;
  }

  /** `05-May-2023 13:35:42.472` */
  catalina(): string {
    this.refresh();
    const [year, month, day] = this.date.split('-');
    const name = MONTHS[Number(month) - 1] ?? '';
    return `${day}-${name}-${year} ${this.time}.${three(Math.floor(this.millis) % 1000)}`;
  }

  private refresh(): void {
    const second = Math.floor(this.millis / 1000);
    if (second === this.second) {
      return;
    }
    this.second = second;
    const day = Math.floor(second / 86400);
    if (day !== this.day) {
      this.day = day;
      const now = new Date(second * 1000);
      const month = now.getUTCMonth();
      const name = two(now.getUTCDate());
      this.date = `${now.getUTCFullYear()}-${two(month + 1)}-${name}`;
      this.commonDate = `${name}/${MONTHS[month]}/${now.getUTCFullYear()}`;
    }
    const inDay = second - day * 86400;
    const minutes = Math.floor(inDay / 60);
    this.time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(inDay % 60)}`;
  }
}
