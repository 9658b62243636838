/** The pages that the navigation leads to, in its order; each has `ui.nav.<page>` and, but for the first, `ui.overview.<page>`. */
export const PAGES = [
  'overview',
  'support-zip',
  'review',
  'redaction',
  'errors',
  'reports',
  'usage',
  'privacy',
  'settings',
] as const;

export type PageName = (typeof PAGES)[number];

/** The lines of the digest that there are words for: `ui.digest.<id>`. */
export const LINES = [
  'errors-regressed',
  'errors-new',
  'errors-frequent',
  'errors-off',
  'reports-new',
] as const;

export type LineName = (typeof LINES)[number];

export function isLine(id: string): id is LineName {
  return LINES.some((one) => one === id);
}

export function addressOf(contextPath: string, page: string, place = ''): string {
  const hash = place === '' ? '' : `#${place}`;
  return `${contextPath}/plugins/servlet/hearth/admin/${page}${hash}`;
}
