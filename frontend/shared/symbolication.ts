import type { components } from './api-types';

/** Where a frame stands in the original source, or nothing when no map knows. */
export type Mapped = components['schemas']['OriginalPosition'] | null;

export interface MapRequest {
  readonly maps: readonly { readonly id: string; readonly url: string }[];
  /** For each exception its frames, innermost first; lines and columns from 1, as in a stack. */
  readonly exceptions: readonly (readonly {
    /** The id of a map; empty: none. */
    readonly map: string;
    readonly line: number;
    readonly column: number;
  }[])[];
}
