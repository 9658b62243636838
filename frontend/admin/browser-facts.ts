import type { components } from '../shared/api-types';

/** What a support engineer wants to know of the administrator's browser; it goes into the ZIP and nowhere else. */
export type BrowserFacts = components['schemas']['BrowserFacts'];

export function browserFacts(view: Window): BrowserFacts {
  const { navigator, screen } = view;
  return {
    userAgent: navigator.userAgent.slice(0, 1000),
    language: navigator.language,
    languages: navigator.languages.slice(0, 20),
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    screen: `${String(screen.width)}x${String(screen.height)}`,
    viewport: `${String(view.innerWidth)}x${String(view.innerHeight)}`,
    pixelRatio: view.devicePixelRatio,
    colorDepth: screen.colorDepth,
    cookies: navigator.cookieEnabled,
  };
}
