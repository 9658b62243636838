/** A script's view of the instance: an HTTP client that keeps its cookies and follows nothing by itself. */
export class Session {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly url: string,
    private readonly origin: string,
  ) {}

  static async admin(host: { url: string; origin: string }): Promise<Session> {
    const session = await Session.login(host, 'admin');
    await session.webSudo('admin');
    return session;
  }

  static async login(
    host: { url: string; origin: string },
    name: 'admin' | 'user',
  ): Promise<Session> {
    const session = new Session(host.url, host.origin);
    const answer = await session.form('/login', { username: name, password: name });
    if (answer.status >= 400) throw new Error(`login of ${name}: ${answer.status}`);
    return session;
  }

  async webSudo(password: string): Promise<void> {
    const answer = await this.form('/websudo', { password });
    if (answer.status >= 400) throw new Error(`websudo: ${answer.status}`);
  }

  form(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.send('POST', path, {
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Origin: this.origin,
        ...headers,
      },
      body: new URLSearchParams(fields).toString(),
    });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send('GET', path, { headers });
  }

  json(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.send('POST', path, {
      headers: {
        'Content-Type': 'application/json',
        'X-Atlassian-Token': 'no-check',
        Origin: this.origin,
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  async send(method: string, path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('Cookie', cookie);
    const answer = await fetch(this.url + path, { ...init, method, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }

  /** The cookies as a browser context takes them. */
  browserCookies(): { name: string; value: string; url: string }[] {
    return [...this.cookies].map(([name, value]) => ({ name, value, url: this.origin }));
  }
}

export const API = '/plugins/servlet/hearth/api/v1';
