import '@testing-library/jest-dom';

if (typeof window !== 'undefined') {
  // jsdom lays nothing out, so it has no media queries and no scrolling.
  window.matchMedia = (query) =>
    ({
      matches: false,
      media: query,
      onchange: null,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      dispatchEvent: () => false,
    }) as unknown as MediaQueryList;
  HTMLCanvasElement.prototype.getContext = () => null;
  Element.prototype.scrollIntoView = () => undefined;
}

/** Atlaskit's modal dialog brings a scroll lock that still has defaultProps; React 18 only warns. */
const KNOWN = /defaultProps[\s\S]*react-scrolllock/;

/** A warning of React or Atlaskit is a mistake of ours until it is shown not to be. */
let warnings: string[] = [];

beforeEach(() => {
  warnings = [];
  for (const level of ['error', 'warn'] as const) {
    jest.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      const warning = parts.map(String).join(' ');
      if (!KNOWN.test(warning)) {
        warnings.push(warning);
      }
    });
  }
});

afterEach(() => {
  jest.restoreAllMocks();
  expect(warnings).toEqual([]);
});
