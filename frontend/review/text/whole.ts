import type { Content } from './content';

/** A text that is too large to be held whole. */
export class TooLarge extends Error {
  constructor(size: number, most: number) {
    super(`${size} of ${most} bytes`);
    this.name = 'TooLarge';
  }
}

/** The whole text of an entry that has at most so many bytes. */
export async function wholeText(content: Content, most: number): Promise<string> {
  if (content.size > most) {
    throw new TooLarge(content.size, most);
  }
  const decoder = new TextDecoder('utf-8');
  const parts: string[] = [];
  for await (const page of content.everything()) {
    parts.push(decoder.decode(page, { stream: true }));
  }
  return parts.join('') + decoder.decode();
}
