/** The script inside a Support ZIP's `index.html`. It asks for nothing: its data stands in the page. */
import { parseInsight } from '../shared/insight';
import { optional, record, shape, text } from '../shared/parse';
import { h } from './dom';
import { story } from './nodes';
import { enhance } from './table';
import { languageOf } from './words';

const parse = shape({ texts: record(text), insight: optional(parseInsight) });

const source = document.getElementById('hearth-data')?.textContent;
if (source !== undefined && source !== '') {
  const { texts, insight } = parse(JSON.parse(source), '');
  const language = languageOf(texts, document.documentElement.lang);
  document.querySelectorAll<HTMLElement>('main .scroll').forEach((scroll) => {
    // The heading above a table is its name.
    const headings = [...document.querySelectorAll('h2')].filter(
      (heading) =>
        (heading.compareDocumentPosition(scroll) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    );
    const name = headings.at(-1)?.textContent ?? '';
    scroll.tabIndex = 0;
    scroll.setAttribute('role', 'region');
    scroll.setAttribute('aria-label', name);
    enhance(scroll, language, name);
  });
  if (insight !== undefined) {
    document
      .getElementById('insight')
      ?.replaceChildren(h('div', { class: 'insight' }, ...story(insight, language)));
  }
}
