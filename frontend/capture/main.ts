/** The web resource `io.hearth:capture`: what other apps call. It hands over to the loader, on which it depends. */
import type { HearthErrors } from '../../src/main/resources/api/hearth-errors';
import type { PageErrors } from '../shared/page-errors';
import { boundaryOf } from './boundary';
import { sendSourceMaps } from './source-maps';

const MOST_CRUMBS = 20;
const LONGEST = 100;

function apiOf(page: PageErrors): HearthErrors {
  const capture: HearthErrors['capture'] = (error, details) => {
    page.take({ ...details }, error);
  };
  const crumbs = (page.crumbs ??= []);
  return {
    capture,
    breadcrumb({ category, message = '' }) {
      crumbs.push([category.slice(0, LONGEST), message.slice(0, LONGEST), Date.now()]);
      if (crumbs.length > MOST_CRUMBS) {
        crumbs.shift();
      }
    },
    boundary: (react) => boundaryOf(react, capture),
    addSourceMaps: sendSourceMaps,
  };
}

if (window.__hearth !== undefined) {
  Object.defineProperty(window, 'HearthErrors', { value: Object.freeze(apiOf(window.__hearth)) });
}
