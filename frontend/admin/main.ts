import type {} from '../../src/main/resources/api/hearth-usage';
import { readEnvironment, type Environment } from '../shared/environment';
import { createTranslate, type Translate } from '../shared/i18n';
import { setPublicPath } from '../shared/public-path';
import { isMissingChunk, showReload } from './reload';
import './shell.css';

type Mount = (environment: Environment, t: Translate) => void;

/** The pages of the administration area, each loaded when it is asked for. */
const PAGES: Readonly<Record<string, () => Promise<{ readonly mount: Mount }>>> = {
  errors: () => import('./errors/mount'),
  overview: () => import('./overview/mount'),
  privacy: () => import('./privacy/mount'),
  reports: () => import('./reports/mount'),
  redaction: () => import('./redaction/mount'),
  review: () => import('./review/mount'),
  settings: () => import('./settings/mount'),
  'support-zip': () => import('./support-zip/mount'),
  usage: () => import('./usage/mount'),
};

async function start(root: HTMLElement): Promise<void> {
  const environment = readEnvironment(root);
  const t = createTranslate(environment.locale);
  setPublicPath(environment.contextPath);
  window.addEventListener('unhandledrejection', (event) => {
    if (isMissingChunk(event.reason)) {
      showReload(root, t);
    }
  });
  const load = PAGES[environment.page];
  if (load === undefined) {
    return;
  }
  try {
    const page = await load();
    page.mount(environment, t);
    window.HearthUsage?.count(`io.hearth:page-${environment.page}`);
  } catch (error) {
    showReload(root, t);
    if (!isMissingChunk(error)) {
      throw error;
    }
  }
}

function whenReady(action: () => void): void {
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', action, { once: true });
  } else {
    action();
  }
}

whenReady(() => {
  const root = document.getElementById('hearth-app');
  if (root !== null) {
    void start(root);
  }
});
