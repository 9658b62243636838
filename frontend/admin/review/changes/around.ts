import type { Translate } from '../../../shared/i18n';
import type { OverviewWords, Target } from '../../../shared/review-changes';
import { saveFile } from '../../save-file';
import { wait } from '../../stage';
import type { Around } from './changes-store';

type Picker = (options: { readonly suggestedName: string }) => Promise<Target>;

/** What the browser offers beside the worker. */
export function aroundOf(view: Window, locale: string, t: Translate): Around {
  return {
    wait,
    save: saveFile,
    now: () => new Date().toISOString(),
    overview: () => overviewOf(locale, t),
    choose: async (name) => {
      // Chromium has it, on pages over HTTPS.
      const pick = (view as { readonly showSaveFilePicker?: Picker }).showSaveFilePicker;
      if (pick === undefined) {
        return undefined;
      }
      try {
        return await pick.call(view, { suggestedName: name });
      } catch (error) {
        // A policy of the browser may forbid the dialog; then it downloads as any other file.
        return error instanceof DOMException && error.name === 'AbortError' ? 'no' : undefined;
      }
    },
  };
}

function overviewOf(language: string, t: Translate): OverviewWords {
  return {
    language,
    title: t('ui.review.overview.title'),
    note: t('ui.review.overview.note'),
    removed: t('ui.review.overview.removed'),
    changed: t('ui.review.overview.changed'),
    added: t('ui.review.overview.added'),
    entries: t('ui.review.overview.entries'),
  };
}
