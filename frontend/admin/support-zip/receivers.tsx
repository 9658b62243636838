import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { isSecretKey } from '../../shared/hand-over';
import { MOST_RECEIVERS } from '../hand-over/receivers';
import type { Receiver, ReceiversReady, ReceiversStore } from '../hand-over/receivers';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';

interface Props {
  readonly receivers: ReceiversStore;
}

/** Whose keys are kept, to be chosen when a ZIP is handed over. */
export function ReceiversSection({ receivers }: Props) {
  const { t } = useLanguage();
  const state = useStore(receivers.state);
  return (
    <details className="hearth-limits">
      <summary>
        <span className="hearth-heading">{t('ui.receivers.heading')}</span>
        {state.phase === 'ready' ? (
          <span className="hearth-quiet">
            {t('ui.receivers.summary', { count: state.kept.receivers.length })}
          </span>
        ) : null}
      </summary>
      {state.phase === 'loading' ? <Loading words={t('ui.receivers.loading')} /> : null}
      {state.phase === 'unavailable' ? (
        <ProblemMessage notice={state.problem} onRetry={() => void receivers.load()} />
      ) : null}
      {state.phase === 'ready' ? <Form receivers={receivers} state={state} /> : null}
    </details>
  );
}

interface FormProps extends Props {
  readonly state: ReceiversReady;
}

function Form({ receivers, state }: FormProps) {
  const { t } = useLanguage();
  const { draft, saving, problem } = state;
  const all = draft.receivers;
  // It does not go to the server to be refused there.
  const secret = all.some(({ name, key }) => isSecretKey(name) || isSecretKey(key));
  return (
    <form
      className="hearth-section hearth-case"
      onSubmit={(event) => {
        event.preventDefault();
        if (!secret) {
          void receivers.save();
        }
      }}
    >
      <p className="hearth-card-words hearth-quiet">{t('ui.receivers.help')}</p>
      {all.map((_, index) => (
        <Row key={String(index)} receivers={receivers} state={state} index={index} />
      ))}
      {problem === undefined || state.errors.length > 0 ? null : (
        <ProblemMessage notice={problem} onRetry={() => void receivers.save()} focus />
      )}
      <div className="hearth-total-buttons">
        <Button
          isDisabled={all.length >= MOST_RECEIVERS}
          onClick={() => {
            receivers.edit({ receivers: [...all, { name: '', key: '' }] });
          }}
        >
          {t('ui.receivers.add')}
        </Button>
        <Button
          type="submit"
          isLoading={saving === 'saving'}
          isDisabled={secret || !receivers.changed()}
        >
          {t('ui.receivers.save')}
        </Button>
        <span role="status" className="hearth-quiet">
          {saving === 'saved' ? t('ui.receivers.saved') : ''}
        </span>
      </div>
    </form>
  );
}

interface RowProps extends FormProps {
  readonly index: number;
}

function Row(props: RowProps) {
  const { t } = useLanguage();
  const { receivers, state, index } = props;
  return (
    <div className="hearth-receiver">
      <Field {...props} name="name" longest={60} />
      <Field {...props} name="key" longest={200} />
      <Button
        aria-label={t('ui.receivers.remove.of', { number: index + 1 })}
        onClick={() => {
          receivers.edit({ receivers: state.draft.receivers.filter((_, at) => at !== index) });
        }}
      >
        {t('ui.receivers.remove')}
      </Button>
    </div>
  );
}

interface FieldProps extends RowProps {
  readonly name: keyof Receiver;
  readonly longest: number;
}

function Field({ receivers, state, index, name, longest }: FieldProps) {
  const { t } = useLanguage();
  const all = state.draft.receivers;
  const value = all[index]?.[name] ?? '';
  const id = `hearth-receiver-${String(index)}-${name}`;
  const label = t(`ui.receivers.${name}`);
  const said = state.errors.find(({ field }) => field === `receivers[${String(index)}].${name}`);
  const error = isSecretKey(value) ? t('ui.handover.fault.secret') : said?.message;
  return (
    <div className={`hearth-receiver-${name}`}>
      <label htmlFor={id}>{label}</label>
      <Textfield
        id={id}
        isCompact
        autoComplete="off"
        spellCheck={false}
        maxLength={longest}
        aria-label={t('ui.receivers.of', { label, number: index + 1 })}
        aria-describedby={`${id}-error`}
        isInvalid={error !== undefined}
        value={value}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          receivers.edit({
            receivers: all.map((one, at) => (at === index ? { ...one, [name]: typed } : one)),
          });
        }}
      />
      <p id={`${id}-error`} className="hearth-error hearth-receiver-error">
        {error ?? ''}
      </p>
    </div>
  );
}
