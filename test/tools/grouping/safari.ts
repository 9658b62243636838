import { exceptionFromError, defaultStackParser, type StackFrame } from '@sentry/browser';
import type { Told } from './browsers.ts';
import type { Bundle } from './builds.ts';

/**
 * What Safari says and how its stacks look, made from what Chromium said of the same bug: JavaScriptCore runs on no
 * machine of ours. The words are those of WebKit's Source/JavaScriptCore/runtime (ExceptionHelpers.cpp, LiteralParser,
 * the prototypes) and WebCore/dom/ExceptionCode; what stands in `evaluating '…'` is cut from the bundle, as WebKit does.
 */
type Say = (expression: Expression, found: RegExpExecArray) => [type: string, value: string];

interface Expression {
  /** From its first name to the place of the error, its last name included. */
  readonly access: string;
  /** With the arguments of the call or the assigned value that follows. */
  readonly whole: string;
}

const said =
  (type: string, value: string): Say =>
  () => [type, value];

const FORMS: readonly (readonly [RegExp, Say])[] = [
  [
    /^Cannot read properties of (null|undefined)/,
    ({ access }, [, what]) => ['TypeError', `${what} is not an object (evaluating '${access}')`],
  ],
  [
    /^Cannot set properties of (null|undefined)/,
    ({ whole }, [, what]) => ['TypeError', `${what} is not an object (evaluating '${whole}')`],
  ],
  [
    /is not a function$/,
    ({ access, whole }) => [
      'TypeError',
      `${access} is not a function. (In '${whole}', '${access}' is undefined)`,
    ],
  ],
  [
    /is not a constructor$/,
    ({ access, whole }) => [
      'TypeError',
      `undefined is not a constructor (evaluating '${whole || access}')`,
    ],
  ],
  [/^(\w+) is not defined$/, (_, [, name]) => ['ReferenceError', `Can't find variable: ${name}`]],
  [
    /^(\S+) is not iterable$/,
    (_, [, what]) => ['TypeError', `undefined is not a function (near '...i of ${what}...')`],
  ],
  [/^Cannot destructure/, said('TypeError', 'Right side of assignment cannot be destructured')],
  [
    /^Cannot use 'in' operator to search for '(\w+)' in (\w+)$/,
    (_, [, name, value]) => [
      'TypeError',
      `"${value}" is not an Object. (evaluating '"${name}"in e.swatch')`,
    ],
  ],
  [/'instanceof' is not/, said('TypeError', 'Right hand side of instanceof is not an object')],
  [/^Cannot assign to read only/, said('TypeError', 'Attempted to assign to readonly property.')],
  [/^Unexpected token '<'/, said('SyntaxError', "JSON Parse error: Unrecognized token '<'")],
  [
    /^"undefined" is not valid/,
    said('SyntaxError', 'JSON Parse error: Unexpected identifier "undefined"'),
  ],
  [/^Unexpected end of JSON/, said('SyntaxError', 'JSON Parse error: Unexpected EOF')],
  [
    /^Invalid array length/,
    said('RangeError', 'Array size is not a small enough positive integer.'),
  ],
  [/^toFixed\(\)/, said('RangeError', 'toFixed() argument must be between 0 and 100')],
  [/^Invalid time value/, said('RangeError', 'Invalid Date')],
  [/^URI malformed/, said('URIError', 'URI error')],
  [/^Failed to fetch dynamically/, said('TypeError', 'Importing a module script failed.')],
  [/^Failed to fetch/, said('TypeError', 'Load failed')],
  [
    /is not a valid selector/,
    said('SyntaxError', 'The string did not match the expected pattern.'),
  ],
  [/is not a child of this node/, said('NotFoundError', 'The object can not be found here.')],
  [/before initialization$/, said('ReferenceError', 'Cannot access uninitialized variable.')],
  [
    /^Cannot convert undefined or null/,
    said('TypeError', 'Object.keys requires that input parameter not be null or undefined'),
  ],
  [/could not be cloned/, said('DataCloneError', 'The object can not be cloned.')],
  [/^Cannot mix BigInt/, said('TypeError', 'Invalid mix of BigInt and other type in addition.')],
  [/^Reduce of empty array/, said('TypeError', 'reduce of empty array with no initial value')],
  [
    /^Class constructor (\S+) cannot/,
    (_, [, name]) => ['TypeError', `Cannot call a class constructor ${name} without |new|`],
  ],
  [/Unterminated group/, said('SyntaxError', 'Invalid regular expression: missing )')],
  [
    /Unterminated character class/,
    said('SyntaxError', 'Invalid regular expression: missing terminating ] for character class'),
  ],
  [
    /^Invalid count value/,
    said(
      'RangeError',
      'String.prototype.repeat argument must be greater than or equal to 0 and not be Infinity',
    ),
  ],
  [/execute 'atob'/, said('InvalidCharacterError', 'The string contains invalid characters.')],
  [
    /parameter 1 is not of type 'Node'/,
    said('TypeError', "Argument 1 ('node') to Node.appendChild must be an instance of Node"),
  ],
];

/** The same error in Safari. */
export function inSafari({ bug, run, told }: Told, bundle: Bundle): Told {
  return {
    bug,
    run,
    told: told.map((each) => {
      const { type = '', value = '', stacktrace } = each;
      const frames = [...stacktrace.frames].reverse();
      const [name, message] = say(type, value, frames, bundle);
      const stack = frames.flatMap((frame) => line(frame, bundle)).join('\n');
      const made = exceptionFromError(defaultStackParser, { name, message, stack });
      const parsed = made.stacktrace?.frames ?? [];
      return {
        ...each,
        type: name,
        value: message,
        stacktrace: { frames: restored(parsed, frames, bundle) },
      };
    }),
  };
}

function say(type: string, value: string, frames: readonly StackFrame[], bundle: Bundle) {
  const form = FORMS.find(([words]) => words.test(value));
  const found = form?.[0].exec(value);
  const top = frames.find(({ in_app }) => in_app);
  const name = /\((?:read|sett)ing '(\w+)'\)/.exec(value)?.[1] ?? '';
  return form && found ? form[1](expressionAt(bundle, top, name), found) : ([type, value] as const);
}

/** JavaScriptCore names no classes, no `new`, and leaves out awaiting functions. */
function line({ function: name = '?', filename, lineno, colno }: StackFrame, bundle: Bundle) {
  if (name.startsWith('async ') && filename !== fileOf(bundle)) {
    return [];
  }
  const own = name.replace(/^(?:async |new |get |set )+/, '').replace(/ \[as .*$/, '');
  const last = own.slice(own.lastIndexOf('.') + 1).replace(/^(?:<anonymous>|\?)$/, '');
  return filename === '<anonymous>'
    ? `${last}@[native code]`
    : `${last}@http://127.0.0.1/${filename}:${lineno}:${colno}`;
}

const fileOf = ({ path }: Bundle): string => path.slice(path.lastIndexOf('/') + 1);

/** What the tracker's attribution adds to a frame does not differ between engines. */
function restored(
  parsed: readonly StackFrame[],
  frames: readonly StackFrame[],
  bundle: Bundle,
): StackFrame[] {
  return parsed.map((frame) => {
    const filename = (frame.filename ?? '').replace('http://127.0.0.1/', '');
    const same = frames.find(
      ({ lineno, colno, filename: other }) =>
        lineno === frame.lineno && colno === frame.colno && other === filename,
    );
    const { module, context_line } = same ?? {};
    return {
      ...frame,
      filename,
      in_app: filename === fileOf(bundle),
      ...(module !== undefined && { module }),
      ...(context_line !== undefined && { context_line }),
    };
  });
}

function expressionAt({ code }: Bundle, frame: StackFrame | undefined, name: string): Expression {
  const text = code.split('\n')[(frame?.lineno ?? 1) - 1] ?? '';
  // V8 points at the beginning of the last part, or in an optional chain somewhat before.
  const at = Math.max((frame?.colno ?? 1) - 1, text.indexOf(name, (frame?.colno ?? 1) - 1));
  const ahead = text.startsWith('new ', at) ? 4 : 0;
  let end = at + ahead;
  while (/[\w$.[\]]/.test(text.charAt(end))) end++;
  const head = /^[\w$]*/.exec(text.slice(at + ahead))?.[0].length ?? 0;
  const stop = ahead > 0 ? end : at + head;
  const start = startOf(text, at);
  let after = stop;
  if (text.charAt(stop) === '(') {
    after = closing(text, stop) + 1;
  } else if (text.charAt(stop) === '=') {
    after = stop + 1 + (/^[\w$]+/.exec(text.slice(stop + 1))?.[0].length ?? 0);
  }
  return { access: text.slice(start, stop), whole: text.slice(start, after) };
}

/** The beginning of a chain of names, dots, brackets and calls that ends here. */
function startOf(text: string, end: number): number {
  let at = end;
  while (at > 0) {
    const before = text.charAt(at - 1);
    if (before === ')' || before === ']') at = opening(text, at - 1);
    else if (/[\w$.]/.test(before) || text.startsWith('?.', at - 1)) at--;
    else break;
  }
  return at + (/^(?:return|await|throw|new)\b ?/.exec(text.slice(at))?.[0].length ?? 0);
}

function opening(text: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    if (')]'.includes(text.charAt(at))) depth++;
    if ('(['.includes(text.charAt(at)) && --depth === 0) return at;
  }
  return 0;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text.charAt(at) === '(') depth++;
    if (text.charAt(at) === ')' && --depth === 0) return at;
  }
  return text.length - 1;
}
