import type { Breadcrumb } from '@sentry/browser';
import type { PageErrors } from '../shared/page-errors';

const MOST = 30;
const MOST_OF_A_KIND = 15;

/**
 * What happened before an error, oldest first. Nothing on the page is wrapped for it: calls are read from the browser's
 * own timings, which also know those from before the tracker was there, and clicks are listened to.
 */
export function collectCrumbs(page: PageErrors, own: string): () => Breadcrumb[] {
  const clicks: Breadcrumb[] = [];
  addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element) {
        clicks.push({ category: 'ui.click', message: kindOf(target), timestamp: now() });
        clicks.splice(0, clicks.length - MOST_OF_A_KIND);
      }
    },
    { capture: true, passive: true },
  );
  return () =>
    [...clicks, ...calls(own), ...told(page)]
      .sort((one, other) => (one.timestamp ?? 0) - (other.timestamp ?? 0))
      .slice(-MOST);
}

const now = (): number => Date.now() / 1000;

function told({ crumbs = [] }: PageErrors): Breadcrumb[] {
  return crumbs.map(([category, message, time]) => ({ category, message, timestamp: time / 1000 }));
}

/** The fetches and XMLHttpRequests of the page; the browser does not keep their method. */
function calls(own: string): Breadcrumb[] {
  return performance
    .getEntriesByType('resource')
    .filter((entry): entry is PerformanceResourceTiming => 'initiatorType' in entry)
    .filter(
      ({ initiatorType, name }) =>
        (initiatorType === 'fetch' || initiatorType === 'xmlhttprequest') &&
        !name.startsWith(own) &&
        !name.includes('/download/'),
    )
    .slice(-MOST_OF_A_KIND)
    .map(({ initiatorType, name, startTime, responseStatus }) => ({
      category: initiatorType === 'fetch' ? 'fetch' : 'xhr',
      message: `${pathOf(name)}${responseStatus > 0 ? ` ${responseStatus}` : ''}`,
      timestamp: (performance.timeOrigin + startTime) / 1000,
      ...(responseStatus >= 400 && { level: 'warning' as const }),
    }));
}

/** A word of an interface's path: what has digits, capitals inside or an odd length names a thing or a person. */
const WORD = /^(?:[a-z][a-z.-]{0,29}|[a-z]+(?:[A-Z][a-z]+){1,3}|v?\d{1,2}(?:\.\d{1,2})?|latest)$/;

/** After these the next part is somebody's or something's name, however it looks. */
const NAMED =
  /^(?:users?|projects?|repos(?:itories)?|groups?|spaces?|issues?|content|branch(?:es)?|labels?|profile|display|browse|pages?|people)$/i;

/** The path of an address without query, and with `*` for each part that may name something. */
export function pathOf(url: string): string {
  const path = /^(?:https?:\/\/[^/]*)?([^?#]*)/.exec(url)?.[1] ?? '';
  const host = url.startsWith(location.origin) || url.startsWith('/') ? '' : '(elsewhere)';
  let named = false;
  return (
    host +
    path
      .split('/')
      .map((part) => {
        const hidden = part !== '' && (named || !WORD.test(part));
        named = NAMED.test(part);
        return hidden ? '*' : part;
      })
      .join('/')
  );
}

const NAME = /^[a-z-]{1,20}$/;

/** The kind of an element: tag, role, type and classes of the products' own design. Neither text, id nor value. */
export function kindOf(element: Element): string {
  const within = element.closest('a,button,input,select,textarea,summary,label,[role]') ?? element;
  const attributes = ['role', 'type'].flatMap((name) => {
    const value = within.getAttribute(name);
    return value !== null && NAME.test(value) ? [`[${name}=${value}]`] : [];
  });
  const classes = [...within.classList]
    .filter((name) => /^aui-[a-z-]{1,30}$/.test(name))
    .slice(0, 3);
  return [within.localName, ...attributes, ...classes.map((name) => `.${name}`)].join('');
}
