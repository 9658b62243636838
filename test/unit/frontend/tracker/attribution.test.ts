import { addressOf } from '../../../../frontend/tracker/address';
import { attribute } from '../../../../frontend/tracker/attribution';
import { lineStarts, placeAt } from '../../../../frontend/tracker/batch';
import { identifiersAround } from '../../../../frontend/tracker/identifiers';
import { keyHash, watchOf } from '../../../../frontend/tracker/watch';

const HEAD = `WRMCB=function(e){var c=console;c.log('Error running batched script.');c.error(e);}\n;\n`;

/** A batch as the products write it. */
function batch(files: readonly (readonly [module: string, location: string, text: string])[]) {
  const text =
    HEAD +
    files
      .map(
        ([module, location, content]) =>
          `try {\n/* module-key = '${module}', location = '${location}' */\n${content}\n}catch(e){WRMCB(e)};\n`,
      )
      .join('');
  return { text, starts: lineStarts(text) };
}

const TWO = batch([
  ['com.a.app:main', 'js/a.js', 'one();\ntwo();'],
  ['org.b.app:main', 'js/b.js', 'three();\n\nfour(board.cards.title);'],
]);

const BATCH =
  'http://localhost/s/9-CDN/1/9/_/download/contextbatch/js/atl.general,-_super/batch.js';

function framesAt(...needles: readonly string[]) {
  return needles.map((needle) => {
    const offset = TWO.text.indexOf(needle);
    const before = TWO.text.slice(0, offset).split('\n');
    return {
      filename: BATCH,
      function: needle,
      lineno: before.length,
      colno: before[before.length - 1]!.length + 1,
    };
  });
}

const apps = (...keys: string[]) => watchOf({ a: keys.map(keyHash).join('') });
const read = () => Promise.resolve(TWO);

describe('addresses', () => {
  test.each([
    [
      '/s/1-CDN/lu2/8200/abc/3.0.5/_/download/batch/com.a.app:main/com.a.app:main.js?locale=de',
      {
        plugin: 'com.a.app',
        module: 'com.a.app:main',
        release: '3.0.5',
        batch: true,
      },
    ],
    [
      '/jira/download/resources/com.a.app:main/js/a.js',
      {
        plugin: 'com.a.app',
        module: 'com.a.app:main',
        release: '',
        batch: false,
        file: 'js/a.js',
      },
    ],
    ['/download/resources/com.a.app/js/a.js', { plugin: 'com.a.app', module: '', file: 'js/a.js' }],
    ['/s/1-CDN/8200/abc/_/download/contextbatch/js/_super/batch.js', { plugin: '', batch: true }],
    ['/static-assets/main.0ab.js?x=1', { plugin: '', file: '/static-assets/main.0ab.js' }],
    ['/browse/SECRET-1?focusedId=2#x', { plugin: '', file: '(page)' }],
  ])('%s', (path, expected) => {
    expect(addressOf(`https://jira.example.com${path}`)).toMatchObject(expected);
  });

  test.each([
    'chrome-extension://x/y.js',
    'moz-extension://x/y.js',
    'safari-web-extension://x/y.js',
    'webkit-masked-url://hidden/',
  ])('%s is no script of the instance', (url) => expect(addressOf(url).foreign).toBe(true));
});

describe('a context batch', () => {
  test('the last mark above tells file and line', () => {
    const offset = TWO.text.indexOf('four');
    expect(placeAt(TWO.text, TWO.starts, offset)).toMatchObject({
      module: 'org.b.app:main',
      location: 'js/b.js',
      line: 3,
      column: 1,
    });
  });

  test('a file that begins on the line of its mark counts columns from the mark', () => {
    const text = `try{/* module-key = 'a:b', location = 'x.js' */boom()}catch(e){WRMCB(e)};`;
    expect(placeAt(text, lineStarts(text), text.indexOf('boom'))).toMatchObject({
      line: 1,
      column: 1,
    });
  });

  test('a text in a file that looks like a mark is none', () => {
    const forged = `say("/* module-key = 'x.y:z', location = 'f.js' */");\nboom()`;
    const { text, starts } = batch([['com.a.app:main', 'js/a.js', forged]]);
    expect(placeAt(text, starts, text.indexOf('boom'))).toMatchObject({
      module: 'com.a.app:main',
      line: 2,
    });
  });

  test('what stands above the first mark is nobody’s', () => {
    expect(placeAt(TWO.text, TWO.starts, 10)).toBeUndefined();
  });

  test('lines end where engines say that they do', () => {
    expect(lineStarts('a\r\nb\rc\nd\u2028e\u2029f')).toEqual([0, 3, 5, 7, 9, 11]);
  });
});

describe('the owner', () => {
  test('is the app of the innermost frame that is an app’s', async () => {
    const told = await attribute(framesAt('one', 'four'), apps('com.a.app', 'org.b.app'), read);
    expect(told.owner?.plugin).toBe('org.b.app');
    expect(told.frames[1]).toMatchObject({
      module: 'org.b.app:main',
      filename: 'js/b.js',
      lineno: 3,
      colno: 1,
      in_app: true,
    });
  });

  test('is the app that called what belongs to the product', async () => {
    const told = await attribute(framesAt('one', 'four'), apps('com.a.app'), read);
    expect(told.owner?.plugin).toBe('com.a.app');
    expect(told.frames.map((frame) => frame.in_app)).toEqual([true, false]);
  });

  test('is the product where no app took part, and nobody where no plugin did', async () => {
    expect((await attribute(framesAt('four'), apps(), read)).owner?.plugin).toBe('org.b.app');
    expect(
      (await attribute([{ filename: 'http://localhost/x.js' }], apps(), read)).owner,
    ).toBeUndefined();
  });

  test('an extension is known by the innermost frame alone', async () => {
    const extension = { filename: 'chrome-extension://abc/x.js' };
    const [own] = framesAt('four');
    expect((await attribute([own!, extension], apps('org.b.app'), read)).foreign).toBe(true);
    expect((await attribute([extension, own!], apps('org.b.app'), read)).foreign).toBe(false);
  });

  test('an unread batch leaves the frame without module', async () => {
    const told = await attribute(framesAt('four'), apps('org.b.app'), () =>
      Promise.resolve(undefined),
    );
    expect(told).toMatchObject({
      owner: undefined,
      frames: [{ filename: 'batch.js', in_app: false }],
    });
  });
});

describe('identifiers', () => {
  test('are the file’s own names, not those of its neighbours in the batch', () => {
    const offset = TWO.text.indexOf('.title');
    const begin = TWO.text.indexOf('three');
    expect(identifiersAround(TWO.text, offset, begin)).toBe('cards.^title');
  });

  test('tell where the position is and what the script joins by dots', () => {
    const text = 'function a(b){b.title="x y";return b.owner.name.first+b.size}';
    expect(identifiersAround(text, text.indexOf('name'), 0)).toBe(
      'title x y owner.^name.first size',
    );
  });

  test('are the same where the text around begins inside a string', () => {
    const text = `const a="${'lorem '.repeat(60)}",b={kind:"card"};show(b.kind.name)`;
    expect(identifiersAround(text, text.lastIndexOf('name'), 0)).toBe('kind card kind.^name');
  });

  test('are the same after renaming and shortening', () => {
    const long =
      'function show(item) {\n  return panel.render(item.owner.name, { label: "x" });\n}';
    const short = 'function a(b){return c.render(b.owner.name,{label:"x"})}';
    expect(identifiersAround(short, short.indexOf('name'), 0)).toBe(
      identifiersAround(long, long.indexOf('name'), 0),
    );
  });
});

describe('hashes of keys', () => {
  // The same values stand in KeyHashTest.
  test.each([
    ['io.hearth', 'mqe'],
    ['com.example.board', '4P8'],
    ['', 'L2C'],
  ])('%s', (key, hash) => expect(keyHash(key)).toBe(hash));

  test('watched apps come first in the list', () => {
    const watch = watchOf({ a: keyHash('a') + keyHash('b'), c: 1 });
    expect(['a', 'b', 'c'].map((key) => [watch.isApp(key), watch.watches(key)])).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ]);
  });

  test('everything is everything', () => {
    expect(watchOf({ e: 1 }).watches('')).toBe(true);
  });
});
