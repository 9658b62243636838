import { uiMessages } from './catalogue.ts';

/** Webpack loader: the catalogue's `ui.*` messages as parsed JSON, so that the browser needs no parser. */
export default function catalogueLoader(source: string): string {
  return JSON.stringify(uiMessages(source));
}
