import type { Problem } from '../../shared/problem';
import type { Notice } from '../problems';
import type { SupportCase } from '../redaction/contract';
import type { Choice } from './choice';
import type { Catalogue, ClusterNode, Progress } from './contract';
import type { Linking } from './linking';
import type { Run } from './run';

export type Ending =
  { readonly kind: 'ended'; readonly progress: Progress } | { readonly kind: 'gone' };

export interface Choosing {
  readonly phase: 'choosing';
  readonly catalogue: Catalogue;
  readonly choice: Choice;
  /** Of the cluster; one where the instance has no others, or where they cannot be asked for. */
  readonly nodes: readonly ClusterNode[];
  /** Nodes that give no part of a ZIP on the server. */
  readonly without: readonly string[];
  readonly sizes: 'counted' | 'counting' | 'stale';
  readonly starting: boolean;
  /** The open support cases; undefined where they cannot be asked for, and then none is offered. */
  readonly cases: readonly SupportCase[] | undefined;
  /** Titles of the kinds of redacted values. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly linking: Linking;
  /** The new case was given no name. */
  readonly unnamed: boolean;
  readonly notice: Notice | undefined;
}

export type PageState =
  | Choosing
  | { readonly phase: 'loading' }
  | { readonly phase: 'unavailable'; readonly problem: Problem }
  | { readonly phase: 'running'; readonly run: Run }
  | { readonly phase: 'finished'; readonly ending: Ending; readonly kinds: Run['kinds'] };
