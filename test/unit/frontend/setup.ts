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
  Element.prototype.scrollIntoView = () => undefined;
}

/** A warning of React or Atlaskit is a mistake of ours until it is shown not to be. */
let warnings: string[] = [];

beforeEach(() => {
  warnings = [];
  for (const level of ['error', 'warn'] as const) {
    jest.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      warnings.push(parts.map(String).join(' '));
    });
  }
});

afterEach(() => {
  jest.restoreAllMocks();
  expect(warnings).toEqual([]);
});
