/**
 * What the web resource `io.hearth:report` puts on the page, for TypeScript. Where Hearth is not installed there is no
 * `HearthReports`: call `window.HearthReports?.open(…)`. A link to `/plugins/servlet/hearth/report` below the context
 * path opens the dialog as well, and needs no script.
 */
export interface HearthReports {
  /**
   * Opens the dialog "Report a problem".
   *
   * @returns false where nobody takes reports: they are off, or nobody is logged in
   */
  open(details?: ReportDetails): boolean;
}

export interface ReportDetails {
  /** Your plugin key: the report says which app it came from. */
  readonly app?: string;
  /** What the dialog begins with; the person sees and changes it. At most 500 characters. */
  readonly summary?: string;
}

declare global {
  interface Window {
    readonly HearthReports?: HearthReports;
  }
}
