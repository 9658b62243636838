import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useLanguage } from '../language';
import { ProblemMessage } from '../problems';
import { useFocus } from '../use-focus';
import { useStore } from '../use-store';
import { ChangeTable } from './change-table';
import { MAX_BYTES, type Checked, type ImportStore } from './import-store';

/** What the chosen file would change, before it does. */
export function DraftPanel({ importing }: { readonly importing: ImportStore }) {
  const { t } = useLanguage();
  const state = useStore(importing.state);
  const close = (): void => {
    importing.close();
  };
  switch (state.phase) {
    case 'none':
      return null;
    case 'reading':
      return <p role="status">{t('ui.settings.reading', { name: state.name })}</p>;
    case 'unusable':
      return (
        <SectionMessage
          appearance="warning"
          title={t('ui.settings.unusable', { name: state.name })}
        >
          <p role="alert">
            {t(`ui.settings.unusable.${state.why}`, { most: String(MAX_BYTES / 1024) })}
          </p>
        </SectionMessage>
      );
    case 'failed':
      return <ProblemMessage notice={state.problem} focus />;
    case 'checked':
      return (
        <Draft
          key={state.draft.state}
          state={state}
          onClose={close}
          onImport={() => void importing.confirm()}
        />
      );
  }
}

interface Props {
  readonly state: Checked;
  readonly onClose: () => void;
  readonly onImport: () => void;
}

function Draft({ state, onClose, onImport }: Props) {
  const { t } = useLanguage();
  const place = useFocus<HTMLDivElement>(true);
  const { changes, byHand, allProblems } = state.draft;
  return (
    <div
      ref={place}
      tabIndex={-1}
      className="hearth-settings-draft"
      role="group"
      aria-label={state.name}
    >
      <h3 className="hearth-heading">{state.name}</h3>
      {state.again ? (
        <SectionMessage appearance="warning" title={t('ui.settings.again.title')}>
          <p>{t('ui.settings.again.body')}</p>
        </SectionMessage>
      ) : null}
      {state.problem === undefined ? null : <ProblemMessage notice={state.problem} focus />}
      <Problems state={state} />
      {changes.length === 0 && allProblems === 0 ? <p>{t('ui.settings.no-changes')}</p> : null}
      {changes.length === 0 ? null : (
        <ChangeTable label={t('ui.settings.changes')} changes={changes} />
      )}
      {byHand.length === 0 ? null : (
        <SectionMessage appearance="information" title={t('ui.settings.by-hand.title')}>
          <p>{t('ui.settings.by-hand.body')}</p>
          <ul className="hearth-fields">
            {byHand.map((one) => (
              <li key={`${one.section}.${one.name}`}>
                {one.title}: {one.now}
              </li>
            ))}
          </ul>
        </SectionMessage>
      )}
      <div className="hearth-buttons">
        <Button
          appearance="primary"
          isDisabled={allProblems > 0 || changes.length === 0}
          isLoading={state.importing}
          onClick={onImport}
        >
          {t('ui.settings.import.do', { count: changes.length })}
        </Button>
        <Button appearance="subtle" isDisabled={state.importing} onClick={onClose}>
          {t('ui.settings.import.close')}
        </Button>
      </div>
    </div>
  );
}

function Problems({ state }: { readonly state: Checked }) {
  const { t } = useLanguage();
  const { problems, allProblems } = state.draft;
  if (allProblems === 0) {
    return null;
  }
  const more = allProblems - problems.length;
  return (
    <SectionMessage appearance="error" title={t('ui.settings.problems', { count: allProblems })}>
      <ul className="hearth-fields">
        {problems.map(({ field, message }, index) => (
          <li key={`${String(index)} ${field}`}>
            <code>{field}</code> {message}
          </li>
        ))}
      </ul>
      {more === 0 ? null : <p>{t('ui.settings.problems.more', { count: more })}</p>}
    </SectionMessage>
  );
}
