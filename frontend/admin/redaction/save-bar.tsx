import { ChangesBar } from '../changes-bar';
import { useLanguage } from '../language';
import { ProblemMessage } from '../problems';
import { hasChanges, type Ready, type RedactionPage } from './page-store';

interface Props {
  readonly page: RedactionPage;
  readonly state: Ready;
}

export function SaveBar({ page, state }: Props) {
  const { t } = useLanguage();
  const changed = hasChanges(state);
  return (
    <>
      {state.problem === undefined || state.errors.length > 0 ? null : (
        <ProblemMessage notice={state.problem} onRetry={() => void page.save()} focus />
      )}
      <p className="hearth-hidden" role="status">
        {state.saving === 'saved' ? t('ui.redaction.saved') : ''}
      </p>
      {changed ? (
        <ChangesBar
          help={t('ui.redaction.changes.help')}
          saving={state.saving === 'saving'}
          onDiscard={() => {
            page.discard();
          }}
          onSave={() => void page.save()}
        />
      ) : null}
      {!changed && state.saving === 'saved' ? (
        <p className="hearth-saved" aria-hidden="true">
          {t('ui.redaction.saved')}
        </p>
      ) : null}
    </>
  );
}
