import type { Reader } from './facts/fact';
import { appFacts, healthFacts, platformFacts, productFacts } from './facts/instance';
import { flagFacts, jvmFacts, namedFacts } from './facts/jvm';

export interface PartKind {
  /** Without what begins the names of a node's entries. */
  readonly entry: string;
  readonly read: Reader;
}

/** What is the same on all nodes; the first node that tells it speaks for all. */
export const WIDE: readonly PartKind[] = [
  { entry: 'product/product.json', read: productFacts },
  { entry: 'apps/apps.json', read: appFacts },
];

/** What each node tells for itself. */
export const OF_A_NODE: readonly PartKind[] = [
  { entry: 'health/health.json', read: healthFacts },
  { entry: 'jvm/jvm.json', read: jvmFacts },
  { entry: 'jvm/vm-flags.txt', read: flagFacts },
  { entry: 'jvm/system-properties.json', read: namedFacts },
  { entry: 'jvm/environment.json', read: namedFacts },
  { entry: 'operating-system/operating-system.json', read: platformFacts },
];

export const WIDE_CONFIGURATION = 'configuration/shared-home/';
export const CONFIGURATION_OF_A_NODE = ['configuration/local-home/', 'configuration/installation/'];

/** Sums of all logs: one entry for all nodes. */
export const LOGS = 'insight.json';
