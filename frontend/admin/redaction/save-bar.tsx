import Button from '@atlaskit/button/new';
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
        <div className="hearth-total" role="group" aria-label={t('ui.redaction.changes')}>
          <div className="hearth-total-words">
            <strong>{t('ui.redaction.changes')}</strong>
            <span>{t('ui.redaction.changes.help')}</span>
          </div>
          <div className="hearth-buttons">
            <Button
              appearance="subtle"
              isDisabled={state.saving === 'saving'}
              onClick={() => {
                page.discard();
              }}
            >
              {t('ui.redaction.discard')}
            </Button>
            <Button
              appearance="primary"
              isLoading={state.saving === 'saving'}
              onClick={() => void page.save()}
            >
              {t('ui.redaction.save')}
            </Button>
          </div>
        </div>
      ) : null}
      {!changed && state.saving === 'saved' ? (
        <p className="hearth-saved" aria-hidden="true">
          {t('ui.redaction.saved')}
        </p>
      ) : null}
    </>
  );
}
