import type { Problem } from '../../shared/problem';
import type { Notice } from '../problems';
import type { Choice } from './choice';
import type { Catalogue, Progress } from './contract';
import type { Run } from './run';

export type Ending =
  { readonly kind: 'ended'; readonly progress: Progress } | { readonly kind: 'gone' };

export interface Choosing {
  readonly phase: 'choosing';
  readonly catalogue: Catalogue;
  readonly choice: Choice;
  readonly sizes: 'counted' | 'counting' | 'stale';
  readonly starting: boolean;
  readonly notice: Notice | undefined;
}

export type PageState =
  | Choosing
  | { readonly phase: 'loading' }
  | { readonly phase: 'unavailable'; readonly problem: Problem }
  | { readonly phase: 'running'; readonly run: Run }
  | { readonly phase: 'finished'; readonly ending: Ending };
