import type { Status } from '../../../shared/comparison';
import { list, oneOf, optional, shape, text, type Parser } from '../../../shared/parse';
import { fact, measured, type Fact, type Reader } from './fact';
import { isObject, numberAt, numbersAt, objectOf, textsAt, valueAt } from './json';

/** Which product this is, and where it lives. */
export const productFacts: Reader = (source) =>
  textsAt('product', objectOf(source), [
    ...['name', 'version', 'build', 'baseUrl', 'supportEntitlementNumber', 'locale'],
    ...['productRunning', 'folders.localHome', 'folders.sharedHome', 'folders.installation'],
  ]);

const app = shape({
  key: text,
  name: optional(text),
  version: optional(text),
  state: optional(text),
});
const apps = shape({ added: list(app), bundled: list(app) });

/** The installed apps, those that did not come with the product first. */
export const appFacts: Reader = (source) => {
  const { added, bundled } = apps(objectOf(source), '');
  return [...added, ...bundled].map(({ key, name = '', version = '', state = '' }) => ({
    topic: 'apps',
    name: key,
    value: { kind: 'app', title: name, version, state },
  }));
};

const statusOf: Parser<Status> = oneOf('ok', 'warning', 'problem');
const findings = list(
  shape({ id: text, status: statusOf, detail: optional(text), measured: optional((one) => one) }),
);

/** What the health checks found, and what they measured. */
export const healthFacts: Reader = (source) =>
  findings(objectOf(source)['findings'], 'findings').flatMap((finding): readonly Fact[] => {
    const { id, status, detail = '', measured: values } = finding;
    const name = `${id}${foldersOf(values)}`;
    return [
      { topic: 'health', name, value: { kind: 'status', status, text: detail } },
      ...['freeShare', 'keptShare', 'share'].flatMap((share) => {
        const value = numberAt(values, share);
        return value === undefined
          ? []
          : [measured('figures', 'figure', `${name}.${share}`, value, 'share')];
      }),
    ];
  });

/** There is one finding for each disk; what lies on it tells them apart. */
function foldersOf(measures: unknown): string {
  const folders = valueAt(measures, 'folders');
  return isObject(folders) ? `[${Object.keys(folders).sort().join(',')}]` : '';
}

const LIMITS = {
  'processors.availableToJvm': 'count',
  'processors.ofMachine': 'count',
  'memory.totalBytes': 'bytes',
  'memory.swapTotalBytes': 'bytes',
  'memory.hugePagesTotal': 'count',
  'container.memoryLimitBytes': 'bytes',
  'container.swapLimitBytes': 'bytes',
  'container.processorLimit': 'count',
  'container.processLimit': 'count',
  'process.fileDescriptorLimit': 'count',
} as const;

const FIGURES = {
  'memory.availableBytes': 'bytes',
  'load.fifteenMinutes': 'count',
  'container.killedForMemory': 'count',
  'process.openFileDescriptors': 'count',
  'process.residentBytes': 'bytes',
} as const;

const LIMIT_LINE = /^(Max [a-z ]{1,40}?)\s{2,}(\S+)\s+(\S+)/;

export const platformFacts: Reader = (source) => {
  const system = objectOf(source);
  const limits = valueAt(system, 'process.limits');
  const disks = valueAt(system, 'disks');
  return [
    ...textsAt('platform', system, [
      ...['name', 'version', 'distribution', 'architecture', 'processors.model'],
      ...['memory.transparentHugePages', 'time.zone', 'time.clockSource'],
    ]),
    ...numbersAt('platform', 'limit', system, LIMITS),
    ...numbersAt('figures', 'figure', system, FIGURES),
    ...(Array.isArray(limits) ? limits : []).flatMap((line) => {
      const [, name, soft = '', hard = ''] = LIMIT_LINE.exec(String(line)) ?? [];
      return name === undefined
        ? []
        : [fact('platform', `process.limits.${name}`, `${soft} / ${hard}`)];
    }),
    ...(Array.isArray(disks) ? disks : []).flatMap((disk) => diskFacts(disk)),
  ];
};

function diskFacts(disk: unknown): readonly Fact[] {
  const prefix = `disks${foldersOf(disk)}.`;
  return [
    ...textsAt('platform', disk, ['fileSystem', 'readOnly']),
    ...numbersAt('platform', 'limit', disk, { totalBytes: 'bytes' }),
  ].map((one) => ({ ...one, name: prefix + one.name }));
}
