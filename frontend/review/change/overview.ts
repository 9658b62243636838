import type { OverviewWords } from '../../shared/review-changes';
import type { Outcome } from './manifest-change';

/** Named ones in each list; the manifest names all. */
const MOST = 1000;

/** A plain page in the place of the one that told of texts that may be gone now. */
export function plainOverview(
  words: OverviewWords,
  outcome: Outcome,
  entries: readonly string[],
): string {
  return `<!doctype html>
<html lang="${encoded(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${encoded(words.title)}</title>
<style>:root{color-scheme:light dark}body{font:14px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}li{overflow-wrap:anywhere}</style>
</head>
<body>
<h1>${encoded(words.title)}</h1>
${changesOf(words, outcome)}
${section(words.entries, entries.map(linked))}
</body>
</html>
`;
}

/** The page as it was, with a note on top of it. */
export function notedOverview(
  page: string,
  words: OverviewWords,
  outcome: Outcome,
): string | undefined {
  const body = /<body[^>]*>/i.exec(page);
  if (body === null) {
    return undefined;
  }
  const at = body.index + body[0].length;
  return `${page.slice(0, at)}\n${changesOf(words, outcome)}\n${page.slice(at)}`;
}

function changesOf(words: OverviewWords, { removed, edited, added }: Outcome): string {
  return [
    `<p><strong>${encoded(words.note)}</strong></p>`,
    section(words.removed, removed.map(encoded)),
    section(
      words.changed,
      edited.map(({ name }) => linked(name)),
    ),
    section(
      words.added,
      added.map(({ name }) => linked(name)),
    ),
  ].join('\n');
}

function section(title: string, items: readonly string[]): string {
  if (items.length === 0) {
    return '';
  }
  const more = items.length > MOST ? '<li>…</li>' : '';
  const list = items.slice(0, MOST).map((item) => `<li>${item}</li>`);
  return `<h2>${encoded(title)} (${String(items.length)})</h2>\n<ul>\n${list.join('\n')}${more}\n</ul>`;
}

/** Each part of the name by itself, so that nothing in it is read as an address. */
function linked(name: string): string {
  const address = name.split('/').map(encodeURIComponent).join('/');
  return `<a href="${encoded(address)}">${encoded(name)}</a>`;
}

function encoded(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
