import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useLanguage } from '../language';
import type { Detail, Opened } from './detail-store';

interface Props {
  readonly detail: Detail;
  readonly state: Opened;
}

export function NotesAndParts({ detail, state }: Props) {
  return (
    <>
      <Notes detail={detail} state={state} />
      {state.group.parts.length > 1 ? <Parts detail={detail} state={state} /> : null}
    </>
  );
}

function Notes({ detail, state }: Props) {
  const { t } = useLanguage();
  const { draft, saving } = state.notes;
  return (
    <section className="hearth-field">
      <label htmlFor="hearth-notes" className="hearth-heading">
        {t('ui.errors.notes')}
      </label>
      <TextArea
        id="hearth-notes"
        resize="vertical"
        minimumRows={3}
        maxLength={4000}
        value={draft}
        aria-describedby="hearth-notes-help"
        onChange={(event) => {
          detail.type(event.currentTarget.value);
        }}
      />
      <p id="hearth-notes-help" className="hearth-quiet">
        {t('ui.errors.notes.help')}
      </p>
      <div className="hearth-inline">
        <Button
          isDisabled={draft === state.group.notes}
          isLoading={saving === 'saving'}
          onClick={() => void detail.saveNotes()}
        >
          {t('ui.errors.notes.save')}
        </Button>
        <span role="status" className="hearth-quiet">
          {saving === 'saved' ? t('ui.errors.notes.saved') : ''}
        </span>
      </div>
    </section>
  );
}

function Parts({ detail, state }: Props) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="hearth-parts">
      <h3 id="hearth-parts" className="hearth-heading">
        {t('ui.errors.parts')}
      </h3>
      <ul className="hearth-parts">
        {state.group.parts.map((part) => (
          <li key={part.id}>
            <span className="hearth-part-title">{part.title}</span>
            <span className="hearth-quiet">
              {t(part.byHand ? 'ui.errors.part.hand' : 'ui.errors.part.same', {
                count: part.total,
              })}
            </span>
            <Button
              spacing="compact"
              aria-label={t('ui.errors.split.of', { title: part.title })}
              onClick={() => void detail.split(part.id)}
            >
              {t('ui.errors.split')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
