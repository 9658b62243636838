interface ProductWindow {
  WRM?: object;
}

const NEWS = { t: [300, 200, 100], w: 'new or returned browser errors' };

function run(news: unknown, looked: string | undefined, body: string): string {
  document.body.innerHTML = body;
  localStorage.clear();
  if (looked !== undefined) {
    localStorage.setItem('hearth.looked.errors', looked);
  }
  (window as ProductWindow).WRM = {
    data: { claim: (key: string) => (key === 'io.hearth:badge.news' ? news : undefined) },
  };
  jest.isolateModules(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- it runs when it is loaded
    require('../../../../frontend/badge/badge.ts');
  });
  return document.querySelector('[role=img]')?.textContent ?? '';
}

const LINK = '<a id="hearth-errors" href="/x">Browser errors</a>';

test('counts what came since somebody looked', () => {
  expect(run(NEWS, '150', LINK)).toBe('2');
  expect(document.querySelector('a')).toHaveTextContent('Browser errors2');
  expect(document.querySelector('[role=img]')).toHaveAccessibleName(
    '2 new or returned browser errors',
  );
  expect(run(NEWS, undefined, LINK)).toBe('3');
  expect(run(NEWS, 'nonsense', LINK)).toBe('');
  expect(run({ ...NEWS, t: Array.from({ length: 100 }, () => 9) }, '1', LINK)).toBe('99+');
});

test('finds the link by its address where the product gives it no id', () => {
  const body = '<a href="/jira/plugins/servlet/hearth/admin/errors">Browser errors</a>';
  expect(run(NEWS, '250', body)).toBe('1');
});

test('is silent without news, link, data or storage', () => {
  expect(run(NEWS, '300', LINK)).toBe('');
  expect(run({}, undefined, LINK)).toBe('');
  expect(run(undefined, undefined, LINK)).toBe('');
  expect(run(NEWS, undefined, '<p>no link</p>')).toBe('');
  delete (window as ProductWindow).WRM;
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new Error('closed');
  });
  expect(run(NEWS, undefined, LINK)).toBe('');
});
