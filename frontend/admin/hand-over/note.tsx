import Button from '@atlaskit/button/new';
import { useLanguage } from '../language';
import { saveFile } from '../save-file';

/** What whoever receives the files needs to know. */
export function Note({ name, note }: { readonly name: string; readonly note: string }) {
  const { t } = useLanguage();
  return (
    <>
      <div>
        <p className="hearth-quiet">{t('ui.handover.note')}</p>
        <pre className="hearth-hand-over-note">{note}</pre>
      </div>
      <div>
        <Button
          onClick={() => {
            saveFile(`${name}.txt`, new Blob([note], { type: 'text/plain' }));
          }}
        >
          {t('ui.handover.note.save')}
        </Button>
      </div>
    </>
  );
}
