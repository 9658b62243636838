/** Sixteen megabytes of text: some hundred screens in both directions. */
const MOST_PAGES = 64;

/** The pages that were read last. */
export class PageCache {
  private readonly pages = new Map<number, Uint8Array>();

  get(number: number): Uint8Array | undefined {
    const page = this.pages.get(number);
    if (page !== undefined) {
      // A map keeps the order of insertion: the oldest comes first.
      this.pages.delete(number);
      this.pages.set(number, page);
    }
    return page;
  }

  clear(): void {
    this.pages.clear();
  }

  put(number: number, page: Uint8Array): void {
    this.pages.set(number, page);
    for (const oldest of this.pages.keys()) {
      if (this.pages.size <= MOST_PAGES) {
        break;
      }
      this.pages.delete(oldest);
    }
  }
}
