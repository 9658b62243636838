import { act, screen, within } from '@testing-library/react';
import { mapFrames } from '../../../../frontend/symbolication/map-frames.ts';
import type { MapRequest } from '../../../../frontend/shared/symbolication.ts';
import { problem } from '../fixture/answers.ts';
import {
  group,
  groups,
  MAPPED,
  SETTINGS_VIEW,
  summary,
  TIMELINE,
} from '../fixture/errors-answers.ts';
import { violations } from '../rendering.tsx';
import { open, serving, withHeight } from './errors-page.tsx';

const { id } = summary(0);
const AT = { at: 'group', id } as const;
const path = `error-groups/${id}`;

describe('one error', () => {
  test('shows the calls of apps, folds those of the product, and tells what changed before', async () => {
    await open(serving().on('GET', path, { status: 200, body: MAPPED }), AT);
    expect(await screen.findByRole('heading', { level: 2 })).toHaveFocus();
    expect(screen.getByText('src/board/save.ts:14')).toBeVisible();
    expect(screen.getByText(/table\.cards\.filter/).closest('div')).toHaveClass(
      'hearth-source-here',
    );
    expect(screen.getByText('2 calls of the product or a library')).toBeVisible();
    expect(screen.getByText('dispatch')).not.toBeVisible();
    expect(screen.getByText('The round is over', { exact: false })).toBeVisible();
    expect(
      screen.getByText('First seen 4 minutes after Sprint Poker was updated to 3.2.1.'),
    ).toBeVisible();
    expect(screen.getByRole('img', { name: /errors in 24 days, most on/ })).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('leads from one kept error to the next', async () => {
    const { user } = await open(serving(), AT);
    await user.click(await screen.findByRole('button', { name: 'Older' }));
    expect(screen.getByText('Error 2 of 2 kept')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Older' })).toBeDisabled();
  });

  test('keeps the error that is looked at when later ones come', async () => {
    const server = serving();
    const { detail, user } = await open(server, AT);
    await user.click(await screen.findByRole('button', { name: 'Older' }));
    const [first, ...others] = group().samples;
    const later = { ...first!, id: 'f'.repeat(32) };
    server.on('GET', path, {
      status: 200,
      body: group({ samples: [later, first!, ...others] }),
    });
    await act(() => detail.refresh());
    expect(screen.getByText('Error 3 of 3 kept')).toBeVisible();
  });

  test('keeps notes', async () => {
    const server = serving().on('PUT', `${path}/notes`, { status: 204 });
    const { user, detail } = await open(server, AT);
    await user.type(await screen.findByRole('textbox', { name: 'Notes' }), 'Known.');
    expect(detail.changed()).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Save notes' }));
    expect(server.called('PUT', path)[0]?.body).toEqual({ notes: 'Known.' });
    expect(detail.changed()).toBe(false);
  });

  test('gives a part back its own place', async () => {
    const parts = [
      { id, title: 'One', total: 5, byHand: false },
      { id: summary(1).id, title: 'Two', total: 3, byHand: true },
    ];
    const server = serving()
      .on('GET', path, { status: 200, body: group({ parts }) })
      .on('POST', `${path}/split`, { status: 200, body: group() });
    const { user } = await open(server, AT);
    await user.click(await screen.findByRole('button', { name: 'Split off “Two”' }));
    expect(server.called('POST', path)[0]?.body).toEqual({ ids: [summary(1).id] });
    expect(screen.queryByText('Merged from')).toBeNull();
  });

  test('that is gone says so', async () => {
    const gone = { status: 404, body: problem('not-found', 404) };
    await open(serving().on('GET', path, gone), AT);
    expect(await screen.findByRole('alert')).toBeVisible();
  });
});

describe('the original source', () => {
  /** One segment: line 1, column 18232 is line 3, column 2 of src/save.ts. */
  const MAP = JSON.stringify({
    version: 3,
    sources: ['webpack://poker/./src/save.ts'],
    sourcesContent: ['one\ntwo\n  three()\nfour'],
    names: [],
    mappings: 'A,wzjBAEE',
  });

  test('is looked up for the newest kept error, and kept with the group', async () => {
    let asked: MapRequest | undefined;
    const server = serving().on('PUT', `${path}/symbolication`, { status: 200, body: MAPPED });
    await open(server, AT, {
      map: (request) => {
        asked = request;
        const maps = new Map(request.maps.map((one) => [one.id, MAP]));
        return Promise.resolve(mapFrames(maps, request.exceptions));
      },
    });
    expect(await screen.findByText('Shown in the original source.')).toBeVisible();
    expect(asked?.maps.map(({ url }) => url)).toEqual([
      '/jira/plugins/servlet/hearth/api/v1/source-maps/content?app=com.example.poker&file=poker.js&release=3.2.1',
    ]);
    const sent = server.called('PUT', path)[0]?.body as { exceptions: unknown[][] };
    expect(sent.exceptions[0]?.[0]).toEqual({
      file: 'src/save.ts',
      line: 3,
      column: 3,
      context: ['one', 'two', '  three()', 'four'],
      contextLine: 1,
    });
    expect(sent.exceptions[0]?.[2]).toBeNull();
  });

  test('that nobody has is asked for', async () => {
    const server = serving();
    await open(server, AT);
    expect(await screen.findByRole('link', { name: 'Add a source map' })).toHaveAttribute(
      'href',
      '#/maps',
    );
    expect(server.called('PUT', path)).toEqual([]);
  });

  test('is not read from what is no map', () => {
    const frames = [[{ map: 'm', line: 1, column: 1 }]];
    for (const text of ['', '[]', '{"version":3}', '{"version":3,"mappings":"!!","sources":[]}']) {
      expect(mapFrames(new Map([['m', text]]), frames)).toEqual([[null]]);
    }
  });
});

const HOSTILE = [
  '<img src=x onerror="window.pwned=1">',
  '</script><script>window.pwned=1</script>',
  'javascript:window.pwned=1',
  '"><svg onload=window.pwned=1>',
  '{{constructor.constructor("window.pwned=1")()}}',
  '\u202e<b>moc.elpmaxe</b>',
];

/** Every text in a value replaced by a payload, but ids, times and words of the contract. */
function poisoned(value: unknown, payload: string, key = ''): unknown {
  const kept = /^(?:id|status|since|until|level|time|firstSeen|lastSeen|day|revision|kind)$/;
  if (typeof value === 'string') {
    return kept.test(key) ? value : payload;
  }
  if (Array.isArray(value)) {
    return value.map((one) => poisoned(one, payload, key));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, poisoned(one, payload, name)]),
      )
    : value;
}

test.each(HOSTILE)('the hostile text %s stays text in every field', async (payload) => {
  withHeight(720);
  const server = serving()
    .on('GET', 'error-groups?', { status: 200, body: poisoned(groups(), payload) as object })
    .on('GET', path, { status: 200, body: poisoned(MAPPED, payload) as object })
    .on('GET', 'errors/timeline', { status: 200, body: poisoned(TIMELINE, payload) as object });
  const { go, unmount } = await open(server);
  const check = (): void => {
    const { body } = document;
    expect(body.querySelector('script, img, [onerror], [onload], b')).toBeNull();
    for (const link of body.querySelectorAll('a')) {
      expect(link.getAttribute('href')).toMatch(/^(?:#|\/jira\/)/);
    }
    expect(body).toHaveTextContent(payload.replace(/\s+/g, ' '));
  };
  expect(screen.getAllByRole('row').length).toBeGreaterThan(5);
  check();
  go(AT);
  await screen.findByRole('heading', { level: 2 });
  check();
  go({ at: 'tab', tab: 'apps' });
  await screen.findByText('What changed here');
  check();
  unmount();
  expect((window as { pwned?: unknown }).pwned).toBeUndefined();
});

describe('what is watched', () => {
  test('is changed as a whole, with a filter tried before', async () => {
    const trial = {
      groups: [{ id, title: 'MetaMask', total: 12 }],
      matchingGroups: 1,
      matchingErrors: 12,
      allErrors: 340,
    };
    const server = serving().on('POST', 'errors/filters/test', { status: 200, body: trial });
    const { user, watch } = await open(server, { at: 'tab', tab: 'watch' });
    await user.click(screen.getByRole('button', { name: 'Try' }));
    expect(screen.getByText('Would leave out 12 of 340 errors, in 1 group.')).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'Crawlers' }));
    await user.click(screen.getByRole('radio', { name: 'Those of chosen apps' }));
    await user.type(screen.getByRole('combobox', { name: 'Apps' }), 'Gantt{Enter}');
    expect(watch.changed()).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(server.called('PUT', 'errors/settings')[0]?.body).toEqual({
      ...SETTINGS_VIEW.settings,
      watch: 'chosen',
      apps: ['com.example.gantt'],
      noiseKept: [],
    });
    expect(watch.changed()).toBe(false);
    expect(await violations()).toEqual([]);
  });
});

describe('source maps', () => {
  beforeAll(() => {
    // Every browser has it; jsdom does not.
    Blob.prototype.text = function text(this: Blob) {
      return new Promise((resolve) => {
        const reader = new FileReader();
        reader.onload = () => {
          resolve(reader.result as string);
        };
        reader.readAsText(this);
      });
    };
  });

  test('are sent one by one to the app and version that were chosen', async () => {
    const sent: string[] = [];
    const upload = (to: string) => {
      sent.push(to);
      return Promise.resolve({ ok: true as const, value: undefined });
    };
    const { user } = await open(serving(), { at: 'tab', tab: 'maps' }, { upload });
    await user.type(screen.getByRole('combobox', { name: 'App' }), 'Poker{Enter}');
    const files = [new File(['{"version":3}'], 'poker.js.map'), new File(['MZ'], 'setup.exe')];
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    input.removeAttribute('accept');
    await user.upload(input, files);
    expect(await screen.findByText('added')).toBeVisible();
    expect(await screen.findByText('is no source map: a map is JSON.')).toBeVisible();
    expect(sent).toEqual(['source-maps?app=com.example.poker&file=poker.js']);
    const table = screen.getByRole('table');
    expect(within(table).getByText('poker.js')).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});
