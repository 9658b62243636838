import { readEnvironment } from '../../../../frontend/shared/environment.ts';
import { setPublicPath } from '../../../../frontend/shared/public-path.ts';

function rootWith(attributes: Readonly<Record<string, string>>): HTMLElement {
  const root = document.createElement('div');
  for (const [name, value] of Object.entries(attributes)) {
    root.setAttribute(`data-${name}`, value);
  }
  return root;
}

afterEach(() => {
  Reflect.deleteProperty(window, 'WRM');
  document.documentElement.lang = '';
});

test("the page's attributes are read", () => {
  const root = rootWith({
    page: 'redaction',
    'context-path': '/jira',
    locale: 'de-DE',
    'xsrf-name': 'atl_token',
    'xsrf-token': 't',
  });
  expect(readEnvironment(root)).toEqual({
    root,
    page: 'redaction',
    contextPath: '/jira',
    locale: 'de-DE',
    xsrf: { name: 'atl_token', token: 't' },
  });
});

test('a product at the root has an empty context path, not the one of the web resources', () => {
  Object.assign(window, { WRM: { contextPath: () => '/other' } });
  expect(readEnvironment(rootWith({ 'context-path': '' })).contextPath).toBe('');
  expect(readEnvironment(rootWith({})).contextPath).toBe('/other');
});

test.each([
  [{ locale: 'en_US' }, '', 'en-US'],
  [{}, 'fr', 'fr'],
  [{}, '', 'en'],
  [{ locale: 'no such locale' }, '', 'en'],
])('the locale of %j on a page in "%s" is %s', (attributes, lang, expected) => {
  document.documentElement.lang = lang;
  expect(readEnvironment(rootWith(attributes as Record<string, string>)).locale).toBe(expected);
});

test.each([
  ['', '/download/resources/io.hearth:assets/'],
  ['/jira', '/jira/download/resources/io.hearth:assets/'],
  ['/tools/jira', '/tools/jira/download/resources/io.hearth:assets/'],
])('chunks below the context path "%s" are at %s', (contextPath, expected) => {
  Object.assign(globalThis, { __webpack_public_path__: '' });
  setPublicPath(contextPath);
  expect((globalThis as { __webpack_public_path__?: string }).__webpack_public_path__).toBe(
    expected,
  );
});
