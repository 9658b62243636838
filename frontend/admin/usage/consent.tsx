import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import Toggle from '@atlaskit/toggle';
import { useState } from 'react';
import { useLanguage } from '../language';
import { KINDS, type Declaration, type Usage } from './contract';
import { isAgreed, listed, newFeatures, type Ready, type UsageStore } from './usage-store';

interface Props {
  readonly store: UsageStore;
  readonly state: Ready;
}

/** What would be counted, to be agreed to; and what was agreed to, to be withdrawn. */
export function ConsentPanel({ store, state }: Props) {
  const { t } = useLanguage();
  const { consent } = state.usage;
  return (
    <div className="hearth-stack">
      {consent === undefined ? null : <Agreed consent={consent} state={state} />}
      <Kinds store={store} state={state} />
      <section aria-labelledby="hearth-usage-list" className="hearth-field">
        <h2 id="hearth-usage-list" className="hearth-heading">
          {t('ui.usage.list.heading')}
        </h2>
        <p className="hearth-quiet">{t('ui.usage.list.help')}</p>
        {listed(state).map((one) => (
          <Features key={one.app.key} declaration={one} fresh={consent !== undefined} />
        ))}
      </section>
      <section aria-labelledby="hearth-usage-example" className="hearth-field">
        <h2 id="hearth-usage-example" className="hearth-heading">
          {t('ui.usage.example.heading')}
        </h2>
        <p className="hearth-quiet">{t('ui.usage.example.help')}</p>
        <Json text={state.usage.example} label={t('ui.usage.example.heading')} />
      </section>
      <div className="hearth-buttons hearth-usage-buttons">
        {isAgreed(state) ? null : (
          <Button appearance="primary" isLoading={state.busy} onClick={() => void store.agree()}>
            {t(consent === undefined ? 'ui.usage.agree' : 'ui.usage.agree-again')}
          </Button>
        )}
        {consent === undefined ? null : <Withdraw store={store} />}
      </div>
    </div>
  );
}

function Agreed({
  consent,
  state,
}: {
  readonly consent: NonNullable<Usage['consent']>;
  readonly state: Ready;
}) {
  const { t, format } = useLanguage();
  const fresh = newFeatures(state);
  return (
    <SectionMessage
      appearance={fresh > 0 ? 'warning' : 'information'}
      title={t('ui.usage.agreed', { by: consent.by, at: format.date(consent.at) })}
    >
      <p>
        {fresh > 0 ? t('ui.usage.agreed.new', { count: fresh }) : t('ui.usage.agreed.counting')}
      </p>
    </SectionMessage>
  );
}

function Kinds({ store, state }: Props) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="hearth-usage-kinds" className="hearth-field">
      <h2 id="hearth-usage-kinds" className="hearth-heading">
        {t('ui.usage.kinds.heading')}
      </h2>
      <ul className="hearth-items">
        {KINDS.map((kind) => {
          const id = `hearth-usage-${kind}`;
          const chosen = state.kinds.includes(kind);
          return (
            <li key={kind} className="hearth-item">
              <div>
                <label htmlFor={id} className="hearth-kind-title">
                  {t(`ui.usage.kind.${kind}`)}
                </label>
                <p className="hearth-quiet">{t(`ui.usage.kind.${kind}.help`)}</p>
              </div>
              <Toggle
                id={id}
                isChecked={chosen}
                // The others are of no use without it.
                isDisabled={kind === 'features'}
                onChange={() => {
                  store.choose(kind, !chosen);
                }}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Features({
  declaration,
  fresh,
}: {
  readonly declaration: Declaration;
  /** Whether those that nobody agreed to stand out. */
  readonly fresh: boolean;
}) {
  const { t } = useLanguage();
  const { app, features, problem } = declaration;
  return (
    <details className="hearth-fold" open>
      <summary>{t('ui.usage.list.app', { app: app.name, count: features.length })}</summary>
      {problem === undefined ? null : (
        <p className="hearth-error">{t('ui.usage.list.problem', { problem })}</p>
      )}
      <ul className="hearth-usage-features">
        {features.map(({ name, description, agreed }) => (
          <li key={name}>
            <span>{description}</span> <code>{name.slice(app.key.length + 1)}</code>
            {fresh && !agreed ? <strong> {t('ui.usage.list.new')}</strong> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Scrolls by itself, so it can be reached by keyboard. */
export function Json({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls
    <pre className="hearth-usage-json" tabIndex={0} role="group" aria-label={label}>
      {text}
    </pre>
  );
}

function Withdraw({ store }: { readonly store: UsageStore }) {
  const { t } = useLanguage();
  const [asking, setAsking] = useState(false);
  const close = (): void => {
    setAsking(false);
  };
  const withdraw = (deleting: boolean) => (): void => {
    close();
    void store.withdraw(deleting);
  };
  return (
    <>
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('ui.usage.withdraw')}
      </Button>
      {asking ? (
        <Modal width="small" onClose={close}>
          <ModalHeader>
            <ModalTitle>{t('ui.usage.withdraw.title')}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <p>{t('ui.usage.withdraw.body')}</p>
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={close}>
              {t('ui.usage.cancel')}
            </Button>
            <Button onClick={withdraw(false)}>{t('ui.usage.withdraw.keep')}</Button>
            <Button appearance="danger" onClick={withdraw(true)}>
              {t('ui.usage.withdraw.delete')}
            </Button>
          </ModalFooter>
        </Modal>
      ) : null}
    </>
  );
}
