/**
 * Stands on every page and opens the dialog, which is loaded only then: from a link, by a key, or from other apps. Each
 * byte here is paid by every page of the instance; the build checks the budget.
 */
import type { ReportDetails } from '../../src/main/resources/api/hearth-reports';

/** What each page carries for us, as io.hearth.reports.ReportPage writes it. */
export interface OpenerConfig {
  /** Address of the dialog's script; absent: nobody takes reports of this person. */
  readonly d?: string;
  /** 1: the key is on. */
  readonly k?: number;
}

/** What the opener and the dialog share, under one name on the page. */
export interface PageReports {
  /** Waits for the dialog's script. */
  wanted?: ReportDetails | undefined;
  /** The dialog's, once it is there. */
  show?(details: ReportDetails): void;
}

const LINK = 'a[href$="/plugins/servlet/hearth/report"]';

const page: PageReports = {};
window.__hearthReport = page;

function start({ d, k }: OpenerConfig): void {
  const open = (details: ReportDetails = {}): boolean => {
    if (d && page.show) {
      page.show(details);
    } else if (d) {
      if (!page.wanted) {
        const script = document.createElement('script');
        script.src = d;
        // A second try after a failed one begins anew.
        script.onerror = () => {
          page.wanted = undefined;
        };
        document.head.append(script);
      }
      page.wanted = details;
    }
    return !!d;
  };
  Object.defineProperty(window, 'HearthReports', { value: Object.freeze({ open }) });
  if (!d) {
    // A menu that leads nowhere is worse than none; a style of its own also meets menus that are made later.
    const style = new CSSStyleSheet();
    style.insertRule(`${LINK}{display:none!important}`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
    return;
  }
  document.addEventListener('click', (event) => {
    if (
      event.target instanceof Element &&
      event.target.closest(LINK) &&
      !(event.ctrlKey || event.metaKey || event.shiftKey)
    ) {
      event.preventDefault();
      open();
    }
  });
  if (k) {
    // The help key with Shift types nothing, and no product or browser uses it.
    addEventListener('keydown', (event) => {
      if (event.key == 'F1' && event.shiftKey && !event.repeat) {
        event.preventDefault();
        open();
      }
    });
  }
  addEventListener('DOMContentLoaded', () => {
    if (document.getElementById('hearth-report-page')) {
      open();
    }
  });
}

try {
  start((WRM.data.claim('io.hearth:report.config') as OpenerConfig | undefined) ?? {});
} catch {
  // Nothing here may end the batch that it is a part of.
}

declare global {
  interface Window {
    __hearthReport?: PageReports;
  }
}
