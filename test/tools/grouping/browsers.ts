import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Exception, StackFrame } from '@sentry/browser';
import { APPS, type Bundle } from './builds.ts';

export type Engine = 'chromium' | 'firefox';

/** An error as the tracker tells it; causes and outer frames first, as in the protocol. */
export interface Told {
  readonly bug: number;
  readonly run: number;
  readonly told: readonly (Exception & { stacktrace: { frames: StackFrame[] } })[];
}

const COMMANDS: Readonly<Record<Engine, (profile: string) => string[]>> = {
  chromium: (profile) => [
    process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    ...'--headless --no-sandbox --disable-gpu --disable-quic --no-first-run'.split(' '),
    ...'--disable-background-networking --disable-component-update --disable-sync'.split(' '),
    `--user-data-dir=${profile}`,
  ],
  firefox: (profile) => [
    process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
    '--headless',
    '--no-remote',
    '--profile',
    profile,
  ],
};

/** A library as products have it: a script of its own, in no app. */
const LIBRARY = `window.$each = function each(list, callback) {
  for (var i = 0; i < list.length; i++) { if (callback.call(list[i], i) === false) break; }
};`;

const LONGEST_MS = 240_000;

/** Runs all bugs of a bundle in a browser, which is started for it and ended after. */
export async function run(engine: Engine, bundle: Bundle): Promise<Told[]> {
  const events: Told[] = [];
  const profile = mkdtempSync(join(tmpdir(), `grouping-${engine}-`));
  const page = await server(bundle, events);
  const [command = '', ...args] = COMMANDS[engine](profile);
  const browser = spawn(command, [...args, page.url], { stdio: 'ignore' });
  const stop = setTimeout(() => page.done(), LONGEST_MS);
  await page.finished;
  clearTimeout(stop);
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  browser.kill();
  await ended;
  page.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return events;
}

async function server(bundle: Bundle, events: Told[]) {
  const library = '/download/resources/jquery/jquery-3.7.1.js';
  const script = pageScript();
  const html = [
    '<!DOCTYPE html><meta charset="utf-8"><title>bugs</title><body>',
    ...['/page.js', library, bundle.path].map((src) => `<script src="${src}"></script>`),
    `<script>runMatrix(${JSON.stringify(Object.values(APPS))})</script>`,
  ].join('\n');
  const files: Readonly<Record<string, string>> = {
    '/': html,
    '/page.js': script,
    [library]: LIBRARY,
    [bundle.path]: bundle.code,
  };
  let done = (): void => undefined;
  const finished = new Promise<void>((resolve) => (done = resolve));
  const http = createServer((request, response) => {
    const path = request.url ?? '/';
    const text = files[path];
    if (request.method === 'POST') {
      void bodyOf(request).then((body) => {
        if (path === '/event') events.push(JSON.parse(body) as Told);
        else done();
        response.end();
      });
      return;
    }
    const type = path === '/' ? 'text/html' : 'text/javascript';
    response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': type });
    response.end(text);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const close = (): void => {
    http.closeAllConnections();
    http.close();
  };
  return { url: `http://127.0.0.1:${port}/`, finished, done, close };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) body += String(part);
  return body;
}

function pageScript(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    bundle: true,
    format: 'iife',
    write: false,
  });
  return outputFiles[0]!.text;
}
