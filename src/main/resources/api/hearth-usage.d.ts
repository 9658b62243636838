/**
 * What a page of the instance has from `DOMContentLoaded` on while an administrator lets usage be counted, for
 * TypeScript. At any other time, and where Hearth is not installed, there is no `HearthUsage`: call
 * `window.HearthUsage?.count(…)`. What your app does not
 * declare in its `hearth-features.json`, or the administrator did not agree to, is not counted.
 */
export interface HearthUsage {
  /**
   * Counts one use of a feature.
   *
   * @param feature your plugin key and the feature's key, as `org.example.board:card-moved`
   * @param outcome how it ended; `ok` when absent
   * @param milliseconds how long it took, where that matters
   */
  count(feature: `${string}:${string}`, outcome?: Outcome, milliseconds?: number): void;

  /** Begins to measure; call what it returns when the feature has ended. It is there a moment after `count`. */
  time?(feature: `${string}:${string}`): (outcome?: Outcome) => void;
}

export type Outcome = 'ok' | 'refused' | 'failed';

declare global {
  interface Window {
    HearthUsage?: HearthUsage;
  }
}
