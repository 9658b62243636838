/**
 * What the web resource `io.hearth:capture` puts on the page, for TypeScript. Where Hearth is not installed there is
 * no `HearthErrors`: call `window.HearthErrors?.capture(…)`. Where the administrator does not watch your app, calls are
 * without effect.
 */
export interface HearthErrors {
  /** Reports an error that you caught. Errors that nobody catches are reported without a call. */
  capture(error: unknown, details: CaptureDetails): void;

  /**
   * Remembers that something happened, to be shown with errors that follow: at most 20, 100 characters each. Write what
   * your code did, never what a person typed or reads.
   */
  breadcrumb(crumb: Breadcrumb): void;

  /** An error boundary for the React that your app brings: it reports what its children throw. */
  boundary(react: ReactLike): BoundaryComponent;

  /**
   * Gives the instance your source maps, where your JAR does not hold them beside the scripts. Only on a page of a
   * system administrator who has confirmed the password; the promise fails otherwise.
   *
   * @param maps the text of a map by the name of its script
   */
  addSourceMaps(of: AppRelease, maps: Readonly<Record<string, string>>): Promise<void>;
}

export interface CaptureDetails {
  /** Your plugin key. */
  readonly app: string;
  /** What of your app failed, in a word or two of yours: errors can be searched by it. */
  readonly feature?: string;
  /** How bad it is; `error` when absent. */
  readonly level?: 'fatal' | 'error' | 'warning' | 'info';
}

export interface Breadcrumb {
  /** Such as `board.save`. */
  readonly category: string;
  readonly message?: string;
}

export interface AppRelease {
  readonly app: string;
  /** The version of your app that the scripts are of. */
  readonly release: string;
}

export interface BoundaryProps extends CaptureDetails {
  /** Shown in place of the children after an error; nothing when absent. */
  readonly fallback?: unknown;
  readonly children?: unknown;
}

/** React 16.6 or newer, as far as it is used. */
export interface ReactLike {
  // A class of React's, whose type depends on the version that you bring.
  readonly Component: new (props: never) => object;
}

/** A component class: use it as `<Boundary app="…" fallback={…}>`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any React's props and elements fit
export type BoundaryComponent = new (props: any) => any;

declare global {
  interface Window {
    readonly HearthErrors?: HearthErrors;
  }
}
