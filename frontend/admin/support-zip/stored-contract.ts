import type { components } from '../../shared/api-types';
import {
  count,
  flag,
  integer,
  list,
  oneOf,
  optional,
  shape,
  text,
  type Parser,
} from '../../shared/parse';
import { parseOutcome, parseProgress } from './contract';

type Schemas = components['schemas'];

export type StoredZip = Schemas['StoredZip'];
export type NodeShare = Schemas['NodeShare'];
export type StoredZips = Schemas['StoredZips'];
export type StoredState = StoredZip['state'];

const parseShare: Parser<NodeShare> = shape({
  node: text,
  state: oneOf(
    'asked',
    'waiting',
    'learning',
    'learned',
    'writing',
    'ready',
    'gathered',
    'missing',
  ),
  absence: optional(
    oneOf('not-running', 'silent', 'slow', 'no-room', 'stopped', 'failed', 'broken'),
  ),
  text: optional(text),
  clockAheadMs: optional(integer),
  filesDone: count,
  filesTotal: count,
  bytesRead: count,
  bytesExpected: count,
});

export const parseStoredZip: Parser<StoredZip> = shape({
  id: text,
  fileName: text,
  node: text,
  startedBy: text,
  of: optional(text),
  cause: optional(oneOf('deadlock', 'heap', 'log-errors')),
  items: list(text),
  nodes: optional(list(parseShare)),
  createdAt: text,
  state: oneOf('queued', 'running', 'done', 'cancelled', 'failed', 'interrupted'),
  kept: flag,
  endedAt: optional(text),
  expiresAt: optional(text),
  bytes: optional(count),
  sha256: optional(text),
  entries: optional(count),
  progress: optional(parseProgress),
  trouble: optional(oneOf('disk-full', 'store-full', 'source-gone', 'source-damaged', 'failed')),
  text: optional(text),
  outcome: optional(parseOutcome),
});

export const parseStoredZips: Parser<StoredZips> = shape({
  zips: list(parseStoredZip),
  store: shape({
    zips: count,
    mostZips: count,
    bytes: count,
    mostBytes: count,
    freeBytes: count,
    keptFreeBytes: count,
  }),
});

export const isOpen = ({ state }: StoredZip): boolean => state === 'queued' || state === 'running';
