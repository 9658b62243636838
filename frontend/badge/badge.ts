/**
 * Stands on the product's administration pages: counts what is new beside the link of our page. The server tells when
 * things came, the browser when somebody last looked; for all but system administrators it tells nothing.
 */
import { lookedKey } from '../shared/looked';

interface News {
  /** Seconds since 1970, newest first. */
  readonly t?: readonly number[];
  /** What is counted, in words. */
  readonly w?: string;
}

/** The product's, where its web resource `data` is on the page. */
interface ProductWindow {
  readonly WRM?: { readonly data: { readonly claim: (key: string) => unknown } };
}

const PAGE = '/plugins/servlet/hearth/admin/errors';

function show(count: number, words: string): void {
  const link =
    document.getElementById('hearth-errors') ?? document.querySelector(`a[href$="${PAGE}"]`);
  if (link === null || location.pathname.endsWith(PAGE)) {
    return;
  }
  const badge = document.createElement('span');
  badge.textContent = count > 99 ? '99+' : String(count);
  badge.title = `${String(count)} ${words}`;
  badge.setAttribute('role', 'img');
  badge.setAttribute('aria-label', badge.title);
  badge.style.cssText =
    'display:inline-block;margin-inline-start:6px;padding:0 6px;border-radius:9px;font-size:11px;line-height:18px;' +
    'background:var(--ds-background-danger-bold,#c9372c);color:var(--ds-text-inverse,#fff)';
  link.append(badge);
}

try {
  const { t = [], w = '' } = ((window as ProductWindow).WRM?.data.claim('io.hearth:badge.news') ??
    {}) as News;
  const looked = Number(localStorage.getItem(lookedKey('errors')));
  const count = t.filter((time) => time > looked).length;
  if (count > 0) {
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => {
        show(count, w);
      });
    } else {
      show(count, w);
    }
  }
} catch {
  // The product's page is not ours to disturb: no data, no storage or no such link means no badge.
}
