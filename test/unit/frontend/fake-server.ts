import { createClient, type Client } from '../../../frontend/shared/client.ts';

export interface Answer {
  readonly status: number;
  readonly body?: object;
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

type Answering = (call: Call) => Answer | Promise<Answer>;

const API = '/jira/plugins/servlet/hearth/api/v1/';

/** The app's API as a test wants it, behind the real client. */
export class FakeServer {
  readonly calls: Call[] = [];
  private readonly routes: [string, string, Answering][] = [];

  /** The newest answer for a method and the beginning of a path wins. */
  on(method: string, path: string, answering: Answer | Answering): this {
    this.routes.unshift([
      method,
      path,
      typeof answering === 'function' ? answering : () => answering,
    ]);
    return this;
  }

  called(method: string, path: string): Call[] {
    return this.calls.filter((call) => call.method === method && call.path.startsWith(path));
  }

  readonly client: Client = createClient('/jira', async (url, init) => {
    const path = (url as string).slice(API.length);
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
    const headers = { ...(init?.headers as Record<string, string> | undefined) };
    const call = { method: init?.method ?? 'GET', path, body, headers };
    this.calls.push(call);
    const route = this.routes.find(
      ([method, start]) => method === call.method && path.startsWith(start),
    );
    if (route === undefined) {
      throw new TypeError(`no answer for ${call.method} ${path}`);
    }
    const answer = await route[2](call);
    return {
      type: 'basic',
      ok: answer.status < 300,
      status: answer.status,
      text: () => Promise.resolve(answer.body === undefined ? '' : JSON.stringify(answer.body)),
    } as Response;
  });
}
