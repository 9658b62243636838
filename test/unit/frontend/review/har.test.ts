/** @jest-environment node */
import { AddedFiles } from '../../../../frontend/review/change/added.ts';
import { cleanHar, NotAHar } from '../../../../frontend/review/change/har.ts';

const SECRETS = [
  ...['cookie-SECRET1', 'setcookie-SECRET2', 'bearer-SECRET3', 'query-SECRET4', 'body-SECRET5'],
  ...['json-SECRET6', 'user:SECRET7', 'frag-SECRET8', 'content-SECRET9', 'unknown-SECRET10'],
  ...[
    'ada@corp.io',
    '10.9.8.7',
    'title-SECRET11',
    'path-SECRET12',
    'multi-SECRET13',
    'deep-SECRET14',
  ],
  ...[
    'api-SECRET15',
    'pin-90210',
    'header-SECRET16',
    'params-SECRET17',
    'referer-SECRET18',
    'alice',
  ],
];

const entry = {
  pageref: 'page_1',
  startedDateTime: '2026-03-01T12:00:00.000Z',
  time: 12.5,
  _initiator: { url: 'unknown-SECRET10' },
  serverIPAddress: '10.9.8.7',
  request: {
    method: 'POST',
    url: 'https://user:SECRET7@jira.test/browse;jsessionid=path-SECRET12?access_token=query-SECRET4&page=2&username=alice#frag-SECRET8',
    httpVersion: 'HTTP/2',
    cookies: [{ name: 'JSESSIONID', value: 'cookie-SECRET1' }],
    headers: [
      { name: 'Cookie', value: 'JSESSIONID=cookie-SECRET1' },
      { name: 'Authorization', value: 'Bearer bearer-SECRET3' },
      { name: 'X-Api-Key', value: 'api-SECRET15' },
      { name: 'X-AUSERNAME', value: 'alice' },
      { name: 'User-Agent', value: 'Firefox/140' },
      { name: 'Referer', value: 'https://jira.test/x?os_password=referer-SECRET18' },
      { name: 'X-Forwarded-For', value: '10.9.8.7' },
      { name: 'X-Note', value: 'token=header-SECRET16' },
    ],
    queryString: [
      { name: 'access_token', value: 'query-SECRET4' },
      { name: 'page', value: '2' },
    ],
    postData: {
      mimeType: 'application/x-www-form-urlencoded',
      params: [{ name: 'os_password', value: 'params-SECRET17' }],
      text: 'os_username=alice&os_password=body-SECRET5&os_destination=%2Fx',
    },
    headersSize: 1,
    bodySize: 2,
  },
  response: {
    status: 302,
    statusText: 'Found',
    httpVersion: 'HTTP/2',
    cookies: [{ name: 'a', value: 'setcookie-SECRET2' }],
    headers: [
      { name: 'set-cookie', value: 'a=setcookie-SECRET2' },
      { name: 'Content-Type', value: 'text/html' },
      { name: 'Location', value: '/login?token=query-SECRET4&next=3' },
    ],
    content: { size: 20, mimeType: 'text/html', text: 'content-SECRET9 ada@corp.io' },
    redirectURL: '/login?token=query-SECRET4',
    headersSize: 1,
    bodySize: 20,
  },
  cache: { beforeRequest: { eTag: 'unknown-SECRET10' } },
  timings: { send: 1, wait: 2, receive: 3, _x: 'unknown-SECRET10' },
};

const withBody = (mimeType: string, text: string): object => ({
  ...entry,
  request: { ...entry.request, postData: { mimeType, text } },
});

const deep = (depth: number): string =>
  '{"a":'.repeat(depth) + '"deep-SECRET14"' + '}'.repeat(depth);

const HAR = JSON.stringify({
  log: {
    version: '1.2',
    creator: { name: 'WebInspector', version: '537', extra: 'unknown-SECRET10' },
    pages: [
      { startedDateTime: 'x', id: 'page_1', title: 'title-SECRET11', pageTimings: { onLoad: 5 } },
    ],
    entries: [
      entry,
      withBody(
        'application/json',
        '{"password":"json-SECRET6","pin":"pin-90210","user":{"x":"alice"},"count":3,"__proto__":{"token":"json-SECRET6"}}',
      ),
      withBody('application/json', '{"password":"json-SECRET6"'),
      withBody('application/json', deep(60)),
      withBody('multipart/form-data; boundary=x', '--x\r\n\r\nmulti-SECRET13'),
      { request: 'unknown-SECRET10', response: null },
      'unknown-SECRET10',
    ],
    comment: 'unknown-SECRET10',
  },
});

describe('a HAR', () => {
  const { text, takenOut } = cleanHar(HAR);
  const har = JSON.parse(text) as { log: { entries: readonly (typeof entry)[] } };

  it.each(SECRETS)('does not keep %s', (secret) => {
    expect(text.includes(secret)).toBe(false);
  });

  it('keeps what a support engineer reads', () => {
    const [first] = har.log.entries;
    expect(har.log.entries).toHaveLength(7);
    expect(first?.request.url).toBe(
      'https://[taken out]@jira.test/browse?access_token=[taken out]&page=2&username=[taken out]',
    );
    expect(first?.request.headers).toContainEqual({ name: 'User-Agent', value: 'Firefox/140' });
    expect(first?.response).toMatchObject({
      status: 302,
      content: { size: 20, mimeType: 'text/html' },
    });
    expect(first?.timings).toMatchObject({ send: 1, wait: 2, receive: 3, dns: -1 });
    expect(first?.request.postData.text).toBe(
      'os_username=[taken out]&os_password=[taken out]&os_destination=%2Fx',
    );
  });

  it('tells what was taken out', () => {
    expect(takenOut).toMatchObject({
      cookie: 20,
      authorization: 10,
      content: 5,
      body: 3,
      address: 5,
    });
    expect(Object.keys(takenOut).sort()).toEqual([
      ...['address', 'authorization', 'body', 'content', 'cookie', 'field', 'other', 'secret'],
    ]);
  });

  it.each([
    ['no JSON', 'hello'],
    ['an endless nest', '['.repeat(2_000_000)],
    ['a list', '[]'],
    ['no entries', '{"log":{}}'],
    ['entries that are none', '{"log":{"entries":{"length":5}}}'],
    ['too many entries', `{"log":{"entries":[${'0,'.repeat(20_000)}0]}}`],
  ])('is refused with %s', (_, source) => {
    expect(() => cleanHar(source)).toThrow(NotAHar);
  });
});

describe('added files', () => {
  const add = async (
    name: string,
    content: BlobPart,
    note = false,
    files = new AddedFiles(),
  ): Promise<unknown> => {
    const answer = await files.add(name, new Blob([content]), note, new Set(['added/taken.txt']));
    return answer.taken ? answer.added.name : answer.why;
  };

  it.each([
    ['a.txt', 'x', 'added/a.txt'],
    ['../../etc/passwd', 'x', 'added/etc_passwd'],
    ['C:\\x\\CON .txt', 'x', 'added/C_x_CON_.txt'],
    ['a\u202etxt.exe', 'x', 'added/a_txt.exe'],
    ['.hidden', 'x', 'added/hidden'],
    ['...', 'x', 'added/text'],
    ['taken.txt', 'x', 'added/taken-2.txt'],
    ['x'.repeat(300) + '.log', 'x', `added/${'x'.repeat(76)}.log`],
    ['bin.dat', '\0\u0001', 'not-known'],
    ['a.har', '{}', 'not-a-har'],
    ['a.txt', '', 'empty'],
    ['a.txt', 'x'.repeat(16 * 1024 * 1024 + 1), 'too-large'],
  ])('%s', async (name, content, expected) => {
    expect(await add(name, content)).toBe(expected);
  });

  it('are bounded in number, and each has a name of its own', async () => {
    const files = new AddedFiles();
    const names: unknown[] = [];
    for (let n = 0; n < 21; n++) {
      names.push(await add('note', 'x', true, files));
    }
    expect(names.slice(0, 2)).toEqual(['added/note.txt', 'added/note-2.txt']);
    expect(new Set(names).size).toBe(21);
    expect(names.at(-1)).toBe('too-many');
  });
});
