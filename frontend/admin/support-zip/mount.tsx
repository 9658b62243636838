import { createRoot } from 'react-dom/client';
import { createClient } from '../../shared/client';
import type { Environment } from '../../shared/environment';
import { createFormat } from '../../shared/format';
import type { Translate } from '../../shared/i18n';
import { Boundary } from '../boundary';
import { browserFacts } from '../browser-facts';
import { LanguageContext } from '../language';
import { showReload } from '../reload';
import { storageOr } from '../storage';
import { followTheme } from '../theme';
import { createDownload } from './download';
import { SupportZipView } from './page';
import { SupportZipPage } from './page-store';
import { Broken } from '../problems';
import { PACE } from './run';
import './support-zip.css';

export function mount(environment: Environment, t: Translate): void {
  followTheme(document.documentElement, () => {
    showReload(environment.root, t);
  });
  const page = new SupportZipPage({
    client: createClient(environment.contextPath, window.fetch.bind(window)),
    download: createDownload(environment),
    wait: (ms) => new Promise((resolve) => window.setTimeout(resolve, ms)),
    pace: PACE,
    newId: () => crypto.getRandomValues(new Uint32Array(4)).join('-'),
    browser: () => browserFacts(window),
    lasting: storageOr(() => window.localStorage),
    passing: storageOr(() => window.sessionStorage),
  });
  createRoot(environment.root).render(
    <LanguageContext.Provider value={{ t, format: createFormat(environment.locale) }}>
      <Boundary fallback={<Broken />}>
        <SupportZipView page={page} />
      </Boundary>
    </LanguageContext.Provider>,
  );
  void page.load();
}
