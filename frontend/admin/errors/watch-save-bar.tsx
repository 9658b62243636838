import { ChangesBar } from '../changes-bar';
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
        <ChangesBar
          saving={state.saving === 'saving'}
          onDiscard={() => {
            watch.discard();
          }}
          onSave={() => void watch.save()}
        />
      ) : null}
    </>
  );
}
