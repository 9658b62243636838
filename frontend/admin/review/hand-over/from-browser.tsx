import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import SectionMessage from '@atlaskit/section-message';
import { useEffect } from 'react';
import { noteOf, type SealedFile } from '../../../shared/hand-over';
import type { Failure } from '../../../shared/review';
import type { WorkState } from '../../../shared/review-changes';
import { useLanguage } from '../../language';
import { Check } from '../changes/result-view';
import { saveFile } from '../../save-file';
import { useFocus } from '../../use-focus';
import { useStore } from '../../use-store';
import { Fields } from '../../hand-over/fields';
import { Note } from '../../hand-over/note';
import type { Ready, Sealing } from './sealing-store';

/** The ZIP that is open on the page, which the browser encrypts and cuts. */
export function FromBrowser({ store }: { readonly store: Sealing }) {
  const { t } = useLanguage();
  const { draft, receivers, fault, work, failure, ready } = useStore(store.state);
  useEffect(() => {
    void store.begin();
    return () => {
      store.stop();
    };
  }, [store]);
  return (
    <>
      <form
        className="hearth-hand-over"
        onSubmit={(event) => {
          event.preventDefault();
          void store.make();
        }}
      >
        <Fields
          draft={draft}
          receivers={receivers}
          fault={fault}
          errors={[]}
          onEdit={(part) => {
            store.edit(part);
          }}
        />
        <div>
          <Button type="submit" appearance="primary" isDisabled={work !== undefined}>
            {t('ui.handover.make')}
          </Button>
          <p className="hearth-quiet">{t('ui.handover.make.help')}</p>
        </div>
      </form>
      {work === undefined ? null : <Working work={work} store={store} />}
      {failure === undefined ? null : <Failed failure={failure} />}
      {ready === undefined ? null : <Files ready={ready} />}
    </>
  );
}

function Working({ work, store }: { readonly work: WorkState; readonly store: Sealing }) {
  const { t } = useLanguage();
  const words = t('ui.handover.making');
  return (
    <div className="hearth-hand-over-working">
      <span role="status">{words}</span>
      <ProgressBar ariaLabel={words} value={work.total === 0 ? 0 : work.done / work.total} />
      <div>
        <Button
          spacing="compact"
          onClick={() => {
            store.stop();
          }}
        >
          {t('ui.review.change.stop')}
        </Button>
      </div>
    </div>
  );
}

function Failed({ failure: { kind, detail } }: { readonly failure: Failure }) {
  const { t } = useLanguage();
  return (
    <div role="alert">
      <SectionMessage appearance="warning" title={t('ui.handover.failed')}>
        <p>
          {t(`ui.review.failure.${kind}`)} {detail}
        </p>
      </SectionMessage>
    </div>
  );
}

function Files({ ready: { sealed, parts, where } }: { readonly ready: Ready }) {
  const { t } = useLanguage();
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="hearth-heading">
        {t('ui.handover.made', { files: sealed.files.length })}
      </h2>
      <p>{t(`ui.handover.where.${where}`, { files: sealed.files.length })}</p>
      {sealed.changed === undefined ? null : <Check changed={sealed.changed} />}
      <ul className="hearth-hand-over-files">
        {sealed.files.map((file) => (
          <File key={file.name} {...file} />
        ))}
      </ul>
      <Note name={parts.file} note={noteOf(parts, sealed.sha256, t)} />
    </>
  );
}

function File({ name, bytes, sha256, file }: SealedFile) {
  const { t, format } = useLanguage();
  return (
    <li>
      <strong>{name}</strong> <span className="hearth-quiet">{format.bytes(bytes)}</span>
      <div className="hearth-hand-over-sum">{t('ui.handover.sum', { sum: sha256 })}</div>
      {file === undefined ? null : (
        <Button
          spacing="compact"
          aria-label={t('ui.handover.download', { name })}
          onClick={() => {
            saveFile(name, file);
          }}
        >
          {t('ui.handover.download.short')}
        </Button>
      )}
    </li>
  );
}
