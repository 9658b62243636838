/** What a support engineer wants to know of the administrator's browser; it goes into the ZIP and nowhere else. */
export interface BrowserFacts {
  readonly userAgent: string;
  readonly language: string;
  readonly languages: string;
  readonly timeZone: string;
  readonly screen: string;
  readonly viewport: string;
  readonly pixelRatio: number;
  readonly colorDepth: number;
  readonly cookies: string;
}

export function browserFacts(view: Window): BrowserFacts {
  const { navigator, screen } = view;
  return {
    userAgent: navigator.userAgent,
    language: navigator.language,
    languages: navigator.languages.join(', '),
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    screen: `${String(screen.width)}x${String(screen.height)}`,
    viewport: `${String(view.innerWidth)}x${String(view.innerHeight)}`,
    pixelRatio: view.devicePixelRatio,
    colorDepth: screen.colorDepth,
    cookies: navigator.cookieEnabled ? 'enabled' : 'disabled',
  };
}
