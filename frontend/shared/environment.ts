/** What the page tells the frontend: attributes of its one element, nothing inline. */
export interface Environment {
  readonly root: HTMLElement;
  readonly page: string;
  readonly contextPath: string;
  readonly locale: string;
  readonly xsrf: { readonly name: string; readonly token: string };
}

export function readEnvironment(root: HTMLElement): Environment {
  const data = root.dataset;
  return {
    root,
    page: data['page'] ?? '',
    contextPath: data['contextPath'] ?? productContextPath(),
    locale: knownLocale(data['locale'] ?? document.documentElement.lang),
    xsrf: { name: data['xsrfName'] ?? 'atl_token', token: data['xsrfToken'] ?? '' },
  };
}

interface ProductWindow {
  readonly WRM?: { readonly contextPath?: () => unknown };
}

function productContextPath(): string {
  const path = (window as ProductWindow).WRM?.contextPath?.();
  return typeof path === 'string' ? path : '';
}

/** Java writes `en_US`, and some locales of the products are unknown to browsers. */
function knownLocale(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.replace(/_/g, '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
