/** What is sent, made in one place from what the dialog holds: the preview shows the same object. */
import type { components } from '../shared/api-types';

export type NewReport = components['schemas']['NewReport'];
export type ReportForm = components['schemas']['ReportForm'];
export type ReportedError = components['schemas']['ReportedError'];

export interface Draft {
  readonly happened: string;
  readonly expected: string;
  readonly page: string;
  readonly app: string;
  /** As the page had them, when the person ticks them. */
  readonly errors: readonly ReportedError[];
  readonly withErrors: boolean;
  readonly email: string;
  readonly withEmail: boolean;
}

export function reportOf(draft: Draft, screenshot: string | undefined): NewReport {
  return {
    happened: draft.happened,
    ...(draft.expected.trim() !== '' && { expected: draft.expected }),
    page: draft.page,
    ...(draft.app !== '' && { app: draft.app }),
    ...(draft.withErrors && draft.errors.length > 0 && { errors: [...draft.errors] }),
    withEmail: draft.withEmail && draft.email !== '',
    ...(screenshot !== undefined && { screenshot }),
  };
}

export function isTyped(draft: Draft, began: string): boolean {
  return draft.happened.trim() !== began.trim() || draft.expected.trim() !== '';
}

export const errorLine = ({ type, value, app }: ReportedError): string =>
  `${type}: ${value}${app === '' ? '' : ` (${app})`}`;
