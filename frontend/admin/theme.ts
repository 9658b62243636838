import { setGlobalTheme } from '@atlaskit/tokens/set-global-theme';

const MODE = 'data-color-mode';

/**
 * Light or dark as the product is. A product that brings design tokens of its own keeps them untouched; elsewhere
 * Atlaskit's are loaded, and follow the product's colour mode when somebody changes it.
 */
export function followTheme(page: HTMLElement, onMissing: (error: unknown) => void): () => void {
  if (getComputedStyle(page).getPropertyValue('--ds-surface').trim() !== '') {
    return () => undefined;
  }
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  let asked = page.getAttribute(MODE);
  let applied = '';
  const apply = (): void => {
    const mode = asked === 'dark' || (asked === 'auto' && system.matches) ? 'dark' : 'light';
    if (mode !== applied) {
      applied = mode;
      setGlobalTheme({ colorMode: mode }).catch(onMissing);
    }
  };
  const observer = new MutationObserver(() => {
    const now = page.getAttribute(MODE);
    // Our own change comes by here as well and is no wish of the product's.
    if (now !== applied) {
      asked = now;
      apply();
    }
  });
  observer.observe(page, { attributes: true, attributeFilter: [MODE] });
  system.addEventListener('change', apply);
  apply();
  return () => {
    observer.disconnect();
    system.removeEventListener('change', apply);
  };
}
