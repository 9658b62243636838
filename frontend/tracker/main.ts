import type { Event } from '@sentry/browser';
import type { PageErrors } from '../shared/page-errors';
import { createSender, type Sender } from './client';
import { collectCrumbs } from './crumbs';
import { pageQuota } from './quota';
import { createReporter } from './reporter';
import { scriptReader } from './scripts';

const MOST_RECENT = 10;
const OWN_PATH = '/plugins/servlet/hearth/';

/** Keeps the last few in the page's memory, where only the person at the page gets to see them. */
function remembering(page: PageErrors, sender: Sender): (event: Event) => void {
  const recent = (page.recent ??= []);
  return (event) => {
    const { type = '', value = '' } = event.exception?.values?.at(-1) ?? {};
    recent.push({
      app: String(event.tags?.['hearth.app'] ?? ''),
      type,
      value: value.slice(0, 500),
    });
    if (recent.length > MOST_RECENT) {
      recent.shift();
    }
    sender.send(event);
  };
}

function start(page: PageErrors, contextPath: string): void {
  const config = page.config ?? {};
  const sender = createSender(contextPath, config.k ?? '');
  const report = createReporter(config, {
    sender: { ...sender, send: remembering(page, sender) },
    crumbs: collectCrumbs(page, `${location.origin}${contextPath}${OWN_PATH}`),
    read: scriptReader(),
    allows: pageQuota(() => performance.now()),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  const take = (...held: Parameters<typeof report>[0]): void => {
    // What fails here must not become an error of the page, which would come here again.
    report(held).catch(() => undefined);
  };
  page.take = (how, thrown, event) => take(how, thrown, event, Date.now());
  if (page.lost > 0) {
    sender.leftOut('page-limit', page.lost);
  }
  page.held.splice(0).forEach((held) => take(...held));
}

const script = document.currentScript;
if (window.__hearth !== undefined && script instanceof HTMLScriptElement) {
  // The loader asked for this script below the context path, at an address that caches may keep.
  start(window.__hearth, new URL(script.src).pathname.replace(/\/(?:s|download)\/.*$/, ''));
}
