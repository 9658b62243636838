import { transformSync } from 'esbuild';
import type { AppFile, SampleApp } from './sample-app.ts';

/** How a file fails. Each failure but `native` says in its message whose it is: `truth: <key> <location> <how>`. */
export const FAILURES = [
  'timer',
  'rejection',
  'callback',
  'deep',
  'native',
  'method',
  'async',
  'cause',
  'getter',
  'helper',
] as const;

export type Failure = (typeof FAILURES)[number];

/** Where files stand: in the batch that mixes all apps, in a batch of one web resource, or alone. */
export const PLACES = ['mixed', 'single', 'alone'] as const;

export type Place = (typeof PLACES)[number];

const VENDORS = ['com.acme', 'de.muster', 'io.tools', 'net.widgets', 'org.sample', 'eu.labs'];

/** Apps as they are in the wild: bundled or not, minified or not, with long lines, odd line ends and other alphabets. */
export function thirtyApps(): SampleApp[] {
  return Array.from({ length: 30 }, (_, i) => {
    const key = `${VENDORS[i % VENDORS.length] ?? ''}.app${i}`;
    return {
      key,
      version: `1.${i}.0`,
      resources: PLACES.map((place) => ({
        key: place,
        contexts: place === 'mixed' ? ['atl.general'] : [],
        files: [helperFile(key, place), mainFile(key, place, i)],
      })),
    };
  });
}

/** What the page calls to have a failure. */
export const failureName = (key: string, place: Place): string => `${key} ${place}`;

/** Short, for engines cut it in their message. */
export const nativeText = (key: string, place: Place): string =>
  `${place}${/\d+$/.exec(key)?.[0] ?? ''}`;

const truth = (key: string, place: Place, file: string): string => `truth: ${key} ${place}/${file}`;

function helperFile(key: string, place: Place): AppFile {
  const source = `
    window.helpers = window.helpers || {};
    window.helpers[${JSON.stringify(failureName(key, place))}] = {
      explode(state) {
        if (!state.settings.ready) throw new Error(${JSON.stringify(truth(key, place, 'helper.js'))} + ' helper');
      },
    };`;
  return { name: 'helper.js', content: transformSync(source, { minify: true }).code };
}

function mainFile(key: string, place: Place, number: number): AppFile {
  const message = JSON.stringify(truth(key, place, 'main.js'));
  const name = JSON.stringify(failureName(key, place));
  const source = `(function () {
  ${filler(number)}
  function explode(how) { throw new TypeError(${message} + how); }
  function deep(depth, how) { return depth > 0 ? deep(depth - 1, how) : explode(how); }
  class Panel {
    constructor(settings) { this.settings = settings; }
    render() { return this.settings.map((entry) => this.entry(entry)); }
    entry(entry) { if (entry.label !== "") throw new RangeError(${message} + " method"); }
    get title() { throw new Error(${message} + " getter"); }
  }
  async function load() { await null; explode(" async"); }
  var failures = {
    timer: function () { setTimeout(explode, 0, " timer"); },
    rejection: function () { Promise.resolve(" rejection").then(explode); },
    callback: function () { setTimeout(function () { [3, 1, 2].sort(function () { explode(" callback"); return 0; }); }); },
    deep: function () { setTimeout(function () { deep(6, " deep"); }); },
    native: function () { setTimeout(function () { JSON.parse(${JSON.stringify(nativeText(key, place))}); }); },
    method: function () { setTimeout(function () { new Panel([{ label: "x" }]).render(); }); },
    async: function () { load(); },
    cause: function () {
      setTimeout(function () {
        try { deep(1, " inner"); } catch (inner) { throw new Error(${message} + " cause", { cause: inner }); }
      });
    },
    getter: function () { setTimeout(function () { return new Panel([]).title; }); },
    helper: function () { setTimeout(function () { window.helpers[${name}].explode({ settings: {} }); }); },
  };
  window.failures = window.failures || {};
  window.failures[${name}] = failures;
})();`;
  const minify = number % 3 !== 0;
  const charset = number % 2 === 0 ? 'utf8' : 'ascii';
  const made = minify ? transformSync(source, { minify, charset }).code : source;
  return { name: 'main.js', content: number % 6 === 3 ? made.replaceAll('\n', '\r\n') : made };
}

/** Something before what fails: other alphabets, astral letters, lines that only engines see, a mark that is none. */
function filler(number: number): string {
  const fillers = [
    'var text = "Füße, 日本語, 🙂🙂🙂";',
    'var lines = "a\u2028b\u2029c";',
    "var mark = \"/* module-key = 'com.forged.app:main', location = 'x.js' */\";",
    `var long = "${'x'.repeat(5000)}";`,
    '// just a comment\n\n\n',
    'var pattern = /[/*]\\/\\* module/;',
  ];
  return `${fillers[number % fillers.length] ?? ''} window.kept = [typeof text, typeof lines, typeof mark, typeof long, typeof pattern];`;
}
