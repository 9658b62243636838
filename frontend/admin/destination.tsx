import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import type { ReactNode } from 'react';
import type { DestinationReady, DestinationStore, LastFailure, Purpose } from './destination-store';
import { Fact } from './fact';
import { useLanguage } from './language';
import { Loading } from './loading';
import { ProblemMessage } from './problems';
import { useFocus } from './use-focus';
import { useStore } from './use-store';
import './destination.css';

interface Props {
  readonly store: DestinationStore;
  /** More of what came of it, below the figures that every destination has. */
  readonly children?: ReactNode;
}

/** Where one thing may be sent to: typed in, confirmed by its host, watched, and taken away again. */
export function DestinationPanel({ store, children }: Props) {
  const { t } = useLanguage();
  const state = useStore(store.state);
  if (state.phase === 'loading') {
    return <Loading words={t('ui.destination.loading')} />;
  }
  if (state.phase === 'unavailable') {
    return <ProblemMessage notice={state.problem} onRetry={() => void store.load()} />;
  }
  return (
    <div className="hearth-destination">
      {state.problem === undefined ? null : <ProblemMessage notice={state.problem} focus />}
      <Said purpose={store.purpose} state={state} />
      {state.standing.confirmed === undefined ? (
        <TypeIn store={store} state={state} />
      ) : (
        <Confirmed store={store} state={state}>
          {children}
        </Confirmed>
      )}
    </div>
  );
}

/** Takes the focus, since the button that was pressed is gone. */
function Said({ purpose, state }: { readonly purpose: Purpose; readonly state: DestinationReady }) {
  const { t } = useLanguage();
  const place = useFocus<HTMLParagraphElement>(state.done !== 'nothing');
  const host = state.standing.confirmed?.host;
  const words =
    state.done === 'nothing'
      ? undefined
      : host === undefined
        ? t(`ui.destination.removed.said.${purpose}`)
        : t(`ui.destination.confirmed.said.${purpose}`, { host });
  return (
    <p ref={place} tabIndex={-1} role="status" className="hearth-done">
      {words}
    </p>
  );
}

interface PartProps {
  readonly store: DestinationStore;
  readonly state: DestinationReady;
}

function Confirmed({ store, state, children }: PartProps & { readonly children: ReactNode }) {
  const { t, format } = useLanguage();
  const { confirmed, traffic } = state.standing;
  if (confirmed === undefined) {
    return null;
  }
  const { lastFailure } = traffic;
  return (
    <>
      <p>
        <strong>{t(`ui.destination.on.${store.purpose}`, { host: confirmed.host })}</strong>
      </p>
      <dl className="hearth-facts">
        <Fact name={t('ui.destination.at')}>
          <code>{confirmed.address}</code>
        </Fact>
        <Fact name={t('ui.destination.by')}>
          {t('ui.destination.by.value', { who: confirmed.by, when: format.date(confirmed.at) })}
        </Fact>
        <Fact name={t('ui.destination.sent')}>{format.count(traffic.sent)}</Fact>
        <Fact name={t('ui.destination.failed')}>{format.count(traffic.failed)}</Fact>
        <Fact name={t('ui.destination.last-sent')}>
          {traffic.lastSent === undefined
            ? t('ui.destination.never')
            : format.date(traffic.lastSent)}
        </Fact>
        {lastFailure === undefined ? null : (
          <Fact name={t('ui.destination.last-failure')}>
            <Failure failure={lastFailure} />
          </Fact>
        )}
      </dl>
      {children}
      <div>
        <Button isLoading={state.busy} onClick={() => void store.remove()}>
          {t(`ui.destination.remove.${store.purpose}`)}
        </Button>
      </div>
    </>
  );
}

function Failure({ failure }: { readonly failure: LastFailure }) {
  const { t, format } = useLanguage();
  const why =
    failure.why === 'refused'
      ? t('ui.destination.failure.refused', { status: String(failure.status) })
      : t(`ui.destination.failure.${failure.why}`);
  return <>{t('ui.destination.last-failure.value', { when: format.date(failure.at), why })}</>;
}

function TypeIn({ store, state }: PartProps) {
  const { t } = useLanguage();
  const { purpose } = store;
  const { draft } = state;
  const ready = draft.address.trim() !== '' && draft.host.trim() !== '';
  return (
    <form
      className="hearth-destination-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) {
          void store.confirm();
        }
      }}
    >
      <p>
        <strong>{t('ui.destination.off')}</strong>
      </p>
      <Field
        store={store}
        state={state}
        name="address"
        label={t(`ui.destination.address.${purpose}`)}
        help={t(`ui.destination.address.${purpose}.help`)}
      />
      {purpose === 'report-endpoint' ? (
        <Field
          store={store}
          state={state}
          name="token"
          label={t('ui.destination.token')}
          help={t('ui.destination.token.help')}
        />
      ) : null}
      <Field
        store={store}
        state={state}
        name="host"
        label={t('ui.destination.host')}
        help={t(`ui.destination.host.help.${purpose}`)}
      />
      <div>
        <Button type="submit" isDisabled={!ready} isLoading={state.busy}>
          {t(`ui.destination.confirm.${purpose}`)}
        </Button>
      </div>
    </form>
  );
}

interface FieldProps extends PartProps {
  readonly name: 'address' | 'host' | 'token';
  readonly label: string;
  readonly help: string;
}

function Field({ store, state, name, label, help }: FieldProps) {
  const id = `hearth-${store.purpose}-${name}`;
  const error = state.errors.find(({ field }) => field === name)?.message;
  return (
    <div className="hearth-limit">
      <label htmlFor={id}>{label}</label>
      <Textfield
        id={id}
        type={name === 'token' ? 'password' : 'text'}
        autoComplete="off"
        spellCheck={false}
        maxLength={name === 'token' ? 2000 : 500}
        isInvalid={error !== undefined}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-help`}
        value={state.draft[name]}
        onChange={(event) => {
          store.edit({ [name]: event.currentTarget.value });
        }}
      />
      <p id={`${id}-help`} className={error === undefined ? 'hearth-quiet' : 'hearth-error'}>
        {error ?? help}
      </p>
    </div>
  );
}
