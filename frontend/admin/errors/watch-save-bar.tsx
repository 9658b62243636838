import Button from '@atlaskit/button/new';
import { useLanguage } from '../language';
import { ProblemMessage } from '../problems';
import { hasChanges, type WatchReady, type WatchStore } from './watch-store';

interface Props {
  readonly watch: WatchStore;
  readonly state: WatchReady;
}

export function WatchSaveBar({ watch, state }: Props) {
  const { t } = useLanguage();
  const changed = hasChanges(state);
  return (
    <>
      {state.problem === undefined ? null : (
        <ProblemMessage notice={state.problem} onRetry={() => void watch.save()} focus />
      )}
      <p role="status" className={changed ? 'hearth-hidden' : 'hearth-saved'}>
        {state.saving === 'saved' ? t('ui.errors.watch.saved') : ''}
      </p>
      {changed ? (
        <div className="hearth-total" role="group" aria-label={t('ui.redaction.changes')}>
          <div className="hearth-total-words">
            <strong>{t('ui.redaction.changes')}</strong>
          </div>
          <div className="hearth-buttons">
            <Button
              appearance="subtle"
              isDisabled={state.saving === 'saving'}
              onClick={() => {
                watch.discard();
              }}
            >
              {t('ui.redaction.discard')}
            </Button>
            <Button
              appearance="primary"
              isLoading={state.saving === 'saving'}
              onClick={() => void watch.save()}
            >
              {t('ui.redaction.save')}
            </Button>
          </div>
        </div>
      ) : null}
    </>
  );
}
