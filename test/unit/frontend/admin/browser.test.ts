import { isMissingChunk, showReload } from '../../../../frontend/admin/reload.ts';
import { storageOr } from '../../../../frontend/admin/storage.ts';
import { createDownload } from '../../../../frontend/admin/support-zip/download.ts';
import { createTranslate } from '../../../../frontend/shared/i18n.ts';

afterEach(() => {
  document.body.replaceChildren();
  jest.restoreAllMocks();
});

describe('a missing chunk', () => {
  test.each([
    [Object.assign(new Error('x'), { name: 'ChunkLoadError' }), true],
    [Object.assign(new Error('x'), { code: 'CSS_CHUNK_LOAD_FAILED' }), true],
    [new Error('ChunkLoadError'), false],
    ['ChunkLoadError', false],
    [undefined, false],
  ])('is told from other failures: %s', (error, expected) => {
    expect(isMissingChunk(error)).toBe(expected);
  });

  test('offers a reload once, before the page, and is announced', () => {
    const root = document.body.appendChild(document.createElement('div'));
    showReload(root, createTranslate('en'));
    showReload(root, createTranslate('en'));
    const notices = document.querySelectorAll('[role="alert"]');
    expect(notices).toHaveLength(1);
    expect(notices[0]?.nextElementSibling).toBe(root);
    expect(notices[0]?.querySelector('button')?.textContent).toBe('Reload');
  });
});

describe('storage', () => {
  test('that works is used', () => {
    const storage = storageOr(() => window.sessionStorage);
    storage.setItem('a', '1');
    expect(window.sessionStorage.getItem('a')).toBe('1');
    expect(storage.getItem('a')).toBe('1');
    storage.removeItem('a');
    expect(storage.getItem('a')).toBeNull();
  });

  test('that is closed to this site still remembers until the page is left', () => {
    const storage = storageOr(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    storage.setItem('a', '1');
    expect(storage.getItem('a')).toBe('1');
    storage.removeItem('a');
    expect(storage.getItem('a')).toBeNull();
  });
});

describe('the download', () => {
  function started(): { fields: Record<string, string>; form: HTMLFormElement; refused: string[] } {
    const refused: string[] = [];
    const fields: Record<string, string> = {};
    const submit = jest.spyOn(HTMLFormElement.prototype, 'submit').mockReturnValue(undefined);
    const root = document.body.appendChild(document.createElement('div'));
    const download = createDownload({ root, xsrf: { name: 'atl_token', token: 't-1' } });
    download('/jira/api', { preset: 'quick' }, (body) => refused.push(body));
    const form = submit.mock.contexts[0] as HTMLFormElement | undefined;
    if (form === undefined) {
      throw new Error('nothing was posted');
    }
    for (const input of form.querySelectorAll('input')) {
      fields[input.name] = input.value;
    }
    return { fields, form, refused };
  }

  test('is a form post that the browser saves by itself, with the XSRF token', () => {
    const { fields, form } = started();
    expect(form.method).toBe('post');
    expect(form.getAttribute('action')).toBe('/jira/api');
    expect(form.target).toBe('hearth-download');
    expect(fields).toEqual({ request: '{"preset":"quick"}', atl_token: 't-1' });
    expect(document.querySelectorAll('iframe')).toHaveLength(1);
    expect(document.querySelector('form')).toBeNull();
  });

  test('that gets an answer instead of a file hands it back', () => {
    const { refused } = started();
    const frame = document.querySelector('iframe');
    const body = document.createElement('body');
    body.textContent = '{"type":"x"}';
    jest
      .spyOn(HTMLIFrameElement.prototype, 'contentDocument', 'get')
      .mockReturnValue({ URL: 'http://localhost/jira/api', body } as unknown as Document);
    frame?.dispatchEvent(new Event('load'));
    expect(refused).toEqual(['{"type":"x"}']);
  });

  test('is not called refused by the load of the empty frame', () => {
    const { refused } = started();
    document.querySelector('iframe')?.dispatchEvent(new Event('load'));
    expect(refused).toEqual([]);
  });

  test('that gets the page of another site is refused without words', () => {
    const { refused } = started();
    jest.spyOn(HTMLIFrameElement.prototype, 'contentDocument', 'get').mockImplementation(() => {
      throw new DOMException('cross-origin', 'SecurityError');
    });
    document.querySelector('iframe')?.dispatchEvent(new Event('load'));
    expect(refused).toEqual(['']);
  });
});
