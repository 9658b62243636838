import { followTheme } from '../../../../frontend/admin/theme.ts';

const modes: string[] = [];

jest.mock('@atlaskit/tokens/set-global-theme', () => ({
  setGlobalTheme: ({ colorMode }: { colorMode: string }) => {
    modes.push(colorMode);
    // As Atlaskit does: it writes what it was told.
    document.documentElement.setAttribute('data-color-mode', colorMode);
    return Promise.resolve(() => undefined);
  },
}));

const page = document.documentElement;
let stop = (): void => undefined;

async function follow(mode: string | undefined, systemDark = false): Promise<void> {
  modes.length = 0;
  page.removeAttribute('data-color-mode');
  if (mode !== undefined) {
    page.setAttribute('data-color-mode', mode);
  }
  const system = {
    matches: systemDark,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  jest.spyOn(window, 'matchMedia').mockReturnValue(system as unknown as MediaQueryList);
  stop = followTheme(page, () => undefined);
  await settled();
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

afterEach(() => {
  stop();
  page.removeAttribute('style');
});

test.each([
  ['dark', false, 'dark'],
  ['light', true, 'light'],
  ['auto', true, 'dark'],
  ['auto', false, 'light'],
  [undefined, true, 'light'],
])('a page in mode %s, on a system that is dark: %s, is %s', async (mode, dark, expected) => {
  await follow(mode, dark);
  expect(modes).toEqual([expected]);
});

test('a change of the product is followed', async () => {
  await follow('light');
  page.setAttribute('data-color-mode', 'dark');
  await settled();
  expect(modes).toEqual(['light', 'dark']);
});

test("a product's own design tokens are left alone", async () => {
  page.style.setProperty('--ds-surface', '#fff');
  await follow('dark');
  expect(modes).toEqual([]);
});
