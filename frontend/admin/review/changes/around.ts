import type { Client } from '../../../shared/client';
import type { Translate } from '../../../shared/i18n';
import type { OverviewWords, Target } from '../../../shared/review-changes';
import { keptReceivers } from '../../hand-over/receivers';
import { saveFile } from '../../save-file';
import { wait } from '../../stage';
import type { Around } from './changes-store';

/** Chromium has them, on pages over HTTPS. */
interface Pickers {
  readonly showSaveFilePicker?: (options: { readonly suggestedName: string }) => Promise<Target>;
  readonly showDirectoryPicker?: (options: {
    readonly id: string;
    readonly mode: 'readwrite';
  }) => Promise<FileSystemDirectoryHandle>;
}

/** What the browser offers beside the worker. */
export function aroundOf(view: Window, client: Client, locale: string, t: Translate): Around {
  const pickers = view as Pickers;
  return {
    wait,
    save: saveFile,
    receivers: () => keptReceivers(client),
    now: () => new Date().toISOString(),
    overview: () => overviewOf(locale, t),
    choose: (name) => chosen(() => pickers.showSaveFilePicker?.call(view, { suggestedName: name })),
    chooseFolder: () =>
      chosen(() =>
        pickers.showDirectoryPicker?.call(view, { id: 'hearth-hand-over', mode: 'readwrite' }),
      ),
  };
}

async function chosen<T>(pick: () => Promise<T> | undefined): Promise<T | 'no' | undefined> {
  try {
    return await pick();
  } catch (error) {
    // A policy of the browser may forbid the dialog; then it downloads as any other file.
    return error instanceof DOMException && error.name === 'AbortError' ? 'no' : undefined;
  }
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
