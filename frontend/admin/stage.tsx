import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient, type Client } from '../shared/client';
import type { Environment } from '../shared/environment';
import { createFormat } from '../shared/format';
import type { Translate } from '../shared/i18n';
import { Boundary } from './boundary';
import { LanguageContext } from './language';
import { DigestStore } from './nav/digest-store';
import { Nav } from './nav/nav';
import { Broken } from './problems';
import { showReload } from './reload';
import { storageOr } from './storage';
import { followTheme } from './theme';
import './page.css';

/** What every page of the administration stands on: theme, language, and words for when it breaks. */
export function show(
  environment: Environment,
  t: Translate,
  page: ReactNode,
  digest = digestOf(environment),
): void {
  followTheme(document.documentElement, () => {
    showReload(environment.root, t);
  });
  createRoot(environment.root).render(
    <LanguageContext.Provider value={{ t, format: createFormat(environment.locale) }}>
      <Nav contextPath={environment.contextPath} current={environment.page} digest={digest} />
      <Boundary fallback={<Broken />}>{page}</Boundary>
    </LanguageContext.Provider>,
  );
  void digest.load();
}

/** Of a page that shows more of it than the navigation does. */
export function digestOf(environment: Environment): DigestStore {
  const memory = storageOr(() => window.localStorage);
  return new DigestStore(clientOf(environment), memory, environment.page);
}

export function clientOf(environment: Environment): Client {
  return createClient(environment.contextPath, window.fetch.bind(window));
}

export const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    window.setTimeout(resolve, ms);
  });
