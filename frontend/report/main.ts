/** The dialog "Report a problem"; the opener asks for this script when somebody wants it. */
import type { ReportDetails } from '../../src/main/resources/api/hearth-reports';
import '../shared/page-errors';
import { message, ReportDialog } from './dialog';
import { h } from './dom';
import type { PageReports } from './opener';
import { serverAt } from './server';
import { STYLES } from './styles';
import { wordsOf } from './words';

const LONGEST_SUMMARY = 500;
const PAGE = '/plugins/servlet/hearth/report';

function isDark(): boolean {
  const mode = document.documentElement.getAttribute('data-color-mode');
  return mode === 'dark' || (mode === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
}

/** Of the page that the person came from, where this page is only there for the dialog. */
function addressOf(contextPath: string): string {
  if (location.pathname !== contextPath + PAGE) {
    return location.pathname;
  }
  const before = document.referrer === '' ? undefined : new URL(document.referrer);
  return before?.origin === location.origin ? before.pathname : '';
}

async function show(contextPath: string, details: ReportDetails): Promise<void> {
  if (document.querySelector('hearth-report') !== null) {
    return;
  }
  const host = document.createElement('hearth-report');
  document.body.append(host);
  const server = serverAt(contextPath, fetch.bind(window));
  const form = await server.form();
  if (form === undefined) {
    host.remove();
    // Signed out, or no way to the server: the page leads to the one and says the other.
    location.assign(contextPath + PAGE);
    return;
  }
  host.toggleAttribute('data-dark', isDark());
  const root = host.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  style.replaceSync(STYLES);
  root.adoptedStyleSheets = [style];
  const dialog = h('dialog', { 'aria-labelledby': 'title' });
  root.append(dialog);
  const close = (): void => {
    dialog.close();
    host.remove();
  };
  const words = wordsOf(form.words);
  const content = form.on
    ? new ReportDialog(
        form,
        {
          server,
          page: addressOf(contextPath),
          app: details.app ?? '',
          summary: (details.summary ?? '').slice(0, LONGEST_SUMMARY),
          errors: [...(window.__hearth?.recent ?? [])],
        },
        close,
      )
    : undefined;
  dialog.append(content?.element ?? message(words, [words('off')], close));
  keepToItself(host);
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      (content?.leave.bind(content) ?? close)();
    }
  });
  // What closes a dialog without a key, such as the back button of a phone.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    (content?.leave.bind(content) ?? close)();
  });
  host.addEventListener('paste', (event) => {
    if (content?.takePasted(event.clipboardData?.files ?? []) === true) {
      event.preventDefault();
    }
  });
  dialog.showModal();
  content?.begin();
}

/** The products hear single letters and pasted files anywhere on a page; what is typed here is none of their business. */
function keepToItself(host: HTMLElement): void {
  for (const type of ['keydown', 'keypress', 'keyup', 'paste', 'drop']) {
    host.addEventListener(type, (event) => event.stopPropagation());
  }
}

function start(page: PageReports, contextPath: string): void {
  page.show = (details) => void show(contextPath, details);
  if (page.wanted !== undefined) {
    page.show(page.wanted);
    page.wanted = undefined;
  }
}

const script = document.currentScript;
if (window.__hearthReport !== undefined && script instanceof HTMLScriptElement) {
  // The opener asked for this script below the context path, at an address that caches may keep.
  start(window.__hearthReport, new URL(script.src).pathname.replace(/\/(?:s|download)\/.*$/, ''));
}
