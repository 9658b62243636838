import type { StackFrame } from '@sentry/browser';
import { addressOf } from './address';
import { placeAt } from './batch';
import { identifiersAround } from './identifiers';
import type { ReadScript } from './scripts';
import type { Watch } from './watch';

/** Whose error it is; `release` is empty when the address of the script does not tell. */
export interface Owner {
  readonly plugin: string;
  readonly release: string;
}

export interface Attribution {
  /** Outermost first, as the protocol has them. */
  readonly frames: readonly StackFrame[];
  /** Undefined when no script of a plugin took part. */
  readonly owner: Owner | undefined;
  /** The innermost script is an extension's or the browser's own. */
  readonly foreign: boolean;
}

interface Told extends Owner {
  readonly frame: StackFrame;
  readonly foreign: boolean;
}

/** Libraries among an app's own files: an error in one is the app's, yet its frame tells little of the place. */
const LIBRARY =
  /(?:^|[/.-])(?:jquery|lodash|underscore|backbone|react(?:-dom)?|vendors?|polyfills?|core-js|require|almond|moment|handlebars)(?:[/.-]|$)/i;

/** Tells for each frame which file of which plugin it is in. */
export async function attribute(
  frames: readonly StackFrame[],
  watch: Watch,
  read: ReadScript,
): Promise<Attribution> {
  const told = await Promise.all(frames.map((frame) => tell(frame, watch, read)));
  const innermostFirst = [...told].reverse();
  const ofPlugins = innermostFirst.filter(({ plugin }) => plugin !== '');
  return {
    frames: told.map(({ frame }) => frame),
    // The innermost app decides: what the product or its jQuery throws when an app calls it is that app's error.
    owner: ofPlugins.find(({ plugin }) => watch.isApp(plugin)) ?? ofPlugins[0],
    foreign: innermostFirst[0]?.foreign ?? false,
  };
}

async function tell(frame: StackFrame, watch: Watch, read: ReadScript): Promise<Told> {
  const { filename = '', function: name, lineno, colno } = frame;
  const address = addressOf(filename);
  const script = address.batch || watch.isApp(address.plugin) ? await read(filename) : undefined;
  const start = lineno === undefined ? undefined : script?.starts[lineno - 1];
  const offset = start === undefined ? undefined : start + (colno ?? 1) - 1;
  const place =
    script && address.batch && offset !== undefined
      ? placeAt(script.text, script.starts, offset)
      : undefined;
  const module = place?.module ?? address.module;
  const plugin = module === '' ? address.plugin : (module.split(':')[0] ?? '');
  const file = place?.location ?? address.file;
  const inApp = plugin !== '' && watch.isApp(plugin) && !LIBRARY.test(file);
  return {
    plugin,
    release: address.release,
    foreign: address.foreign,
    frame: {
      filename: file,
      in_app: inApp,
      ...(name !== undefined && { function: name }),
      ...(module !== '' && { module }),
      ...numbers(place?.line ?? lineno, place?.column ?? colno),
      ...(script &&
        offset !== undefined && {
          context_line: identifiersAround(script.text, offset, place?.begin ?? 0),
        }),
    },
  };
}

function numbers(lineno: number | undefined, colno: number | undefined): StackFrame {
  return { ...(lineno !== undefined && { lineno }), ...(colno !== undefined && { colno }) };
}
