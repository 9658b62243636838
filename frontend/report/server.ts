import type { NewReport, ReportForm } from './report';

/** What became of a report. */
export type Sent =
  | { readonly kind: 'sent'; readonly id: string }
  | { readonly kind: 'signed-out' | 'unreachable' }
  /** In the server's words. */
  | { readonly kind: 'refused'; readonly detail: string };

const PATH = '/plugins/servlet/hearth/api/v1/ingest/report';

export interface Server {
  form(): Promise<ReportForm | undefined>;
  send(report: NewReport): Promise<Sent>;
}

export function serverAt(contextPath: string, fetcher: typeof fetch): Server {
  const call = (init: RequestInit): Promise<Response> =>
    fetcher(contextPath + PATH, {
      ...init,
      credentials: 'same-origin',
      cache: 'no-store',
      // A login page behind a redirect is no answer of ours.
      redirect: 'manual',
    });
  return {
    async form() {
      try {
        const answer = await call({ headers: { Accept: 'application/json' } });
        return answer.ok ? formOf(await answer.json()) : undefined;
      } catch {
        return undefined;
      }
    },
    async send(report) {
      try {
        const answer = await call({
          method: 'POST',
          headers: {
            Accept: 'application/json',
            'Content-Type': 'application/json',
            'X-Atlassian-Token': 'no-check',
          },
          body: JSON.stringify(report),
        });
        if (answer.type === 'opaqueredirect' || answer.status === 401) {
          return { kind: 'signed-out' };
        }
        const { id = '', detail } = (await answer.json()) as Partial<Record<string, string>>;
        return answer.ok
          ? { kind: 'sent', id }
          : { kind: 'refused', detail: detail ?? String(answer.status) };
      } catch {
        return { kind: 'unreachable' };
      }
    },
  };
}

function formOf(body: unknown): ReportForm | undefined {
  const form = body as Partial<ReportForm> | null;
  return typeof form?.on === 'boolean' && typeof form.words === 'object'
    ? (form as ReportForm)
    : undefined;
}
