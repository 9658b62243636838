import Button from '@atlaskit/button/new';
import { useRef, useState, type DragEvent } from 'react';
import { useLanguage } from '../language';
import type { ReviewPage } from './page-store';

/** Takes a ZIP from the disk: chosen, or dropped. */
export function Choose({ page }: { readonly page: ReviewPage }) {
  const { t } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file !== undefined) {
      void page.open(file);
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
      aria-label={t('ui.review.choose.heading')}
      className={`hearth-review-drop${over ? ' hearth-review-drop-over' : ''}`}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        take(event.dataTransfer.files);
      }}
    >
      <h2 className="hearth-heading">{t('ui.review.choose.heading')}</h2>
      <p className="hearth-quiet">{t('ui.review.choose.body')}</p>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        className="hearth-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          take(event.currentTarget.files);
        }}
      />
      <Button appearance="primary" onClick={() => input.current?.click()}>
        {t('ui.review.choose.button')}
      </Button>
    </section>
  );
}
