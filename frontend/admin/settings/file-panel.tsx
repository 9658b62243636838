import Button from '@atlaskit/button/new';
import { useRef, useState, type DragEvent } from 'react';
import { useLanguage } from '../language';
import { useStore } from '../use-store';
import { DraftPanel } from './draft-panel';
import type { ImportStore } from './import-store';
import type { Ready, SettingsStore } from './settings-store';

interface Props {
  readonly settings: SettingsStore;
  readonly importing: ImportStore;
  readonly state: Ready;
}

/** Settings as a file: out, and in again by choosing or dropping one. */
export function FilePanel({ settings, importing, state }: Props) {
  const { t } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const taking = useStore(importing.state);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file !== undefined) {
      void importing.open(file);
    }
  };
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    // Dropping is the mouse's way to what the button does.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-labelledby="hearth-settings-file"
      className={`hearth-panel hearth-settings-file${over ? ' hearth-settings-over' : ''}`}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        take(event.dataTransfer.files);
      }}
    >
      <h2 id="hearth-settings-file" className="hearth-heading">
        {t('ui.settings.file')}
      </h2>
      <p className="hearth-quiet">{t('ui.settings.file.body')}</p>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="hearth-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file, mended, may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <div className="hearth-buttons">
        <Button
          isLoading={state.working === 'export'}
          isDisabled={state.working !== undefined}
          onClick={() => void settings.exportFile()}
        >
          {t('ui.settings.export')}
        </Button>
        <Button
          isDisabled={taking.phase === 'reading' || state.working !== undefined}
          onClick={() => input.current?.click()}
        >
          {t('ui.settings.import')}
        </Button>
      </div>
      <DraftPanel importing={importing} />
    </section>
  );
}
