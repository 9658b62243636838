import { saveFile } from '../save-file';

/** Gives the browser what the page shows, as a file to keep. */
export function save(name: string, content: unknown): void {
  const text = `${JSON.stringify(content, undefined, 2)}\n`;
  saveFile(name, new Blob([text], { type: 'application/json' }));
}
