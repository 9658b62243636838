import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useLanguage } from '../language';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import type { PageProof, ProofState, ProofStore } from './proof-store';
import { save } from './save';

type Done = Extract<ProofState, { readonly phase: 'done' }>;

export function ProofPanel({ store }: { readonly store: ProofStore }) {
  const { t } = useLanguage();
  const state = useStore(store.state);
  return (
    <div className="hearth-stack">
      <p>{t('ui.proof.help')}</p>
      <div>
        <Button
          appearance="primary"
          isLoading={state.phase === 'running'}
          onClick={() => void store.run()}
        >
          {t('ui.proof.run')}
        </Button>
      </div>
      {state.phase === 'failed' ? <ProblemMessage notice={state.problem} focus /> : null}
      {state.phase === 'running' ? <p role="status">{t('ui.proof.running')}</p> : null}
      {state.phase === 'done' ? <Result done={state} /> : null}
    </div>
  );
}

function Result({ done }: { readonly done: Done }) {
  const { t, format } = useLanguage();
  const { egress, pages } = done;
  const own = window.location.origin;
  const strangers = pages.flatMap((page) => page.origins.filter((origin) => origin !== own));
  const sent = egress.destinations.filter((one) => one.address !== undefined);
  const clean = egress.strange.length === 0 && strangers.length === 0;
  return (
    <>
      <div role="status">
        <SectionMessage
          appearance={clean ? (sent.length === 0 ? 'success' : 'information') : 'error'}
          title={t(
            clean
              ? sent.length === 0
                ? 'ui.proof.clean'
                : 'ui.proof.confirmed'
              : 'ui.proof.unclean',
          )}
        >
          <p>{t('ui.proof.at', { at: format.date(done.at) })}</p>
        </SectionMessage>
      </div>
      <section className="hearth-panel" aria-labelledby="hearth-proof-server">
        <h2 id="hearth-proof-server" className="hearth-heading">
          {t('ui.proof.server')}
        </h2>
        <p>{t('ui.proof.classes', { classes: egress.classes, doors: egress.doors.length })}</p>
        {egress.strange.length === 0 ? (
          <p>{t('ui.proof.strange.none')}</p>
        ) : (
          <ul className="hearth-fields">
            {egress.strange.map((one) => (
              <li key={`${one.type} ${one.opens}`}>
                <code>{one.type}</code> → <code>{one.opens}</code>
              </li>
            ))}
          </ul>
        )}
        <table className="hearth-table">
          <thead>
            <tr>
              <th scope="col">{t('ui.proof.purpose')}</th>
              <th scope="col">{t('ui.proof.address')}</th>
              <th scope="col" className="hearth-number">
                {t('ui.proof.sent')}
              </th>
            </tr>
          </thead>
          <tbody>
            {egress.destinations.map((one) => (
              <tr key={one.purpose}>
                <td>{one.purpose}</td>
                <td>{one.address ?? t('ui.proof.address.none')}</td>
                <td className="hearth-number">{format.count(one.sent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Pages pages={pages} own={own} />
      <div>
        <Button
          onClick={() => {
            save('hearth-proof.json', { at: done.at, origin: own, server: egress, pages });
          }}
        >
          {t('ui.proof.save')}
        </Button>
      </div>
    </>
  );
}

function Pages({ pages, own }: { readonly pages: readonly PageProof[]; readonly own: string }) {
  const { t, format } = useLanguage();
  return (
    <section className="hearth-panel" aria-labelledby="hearth-proof-pages">
      <h2 id="hearth-proof-pages" className="hearth-heading">
        {t('ui.proof.pages')}
      </h2>
      <p>{t('ui.proof.pages.help', { own })}</p>
      <table className="hearth-table">
        <thead>
          <tr>
            <th scope="col">{t('ui.proof.page')}</th>
            <th scope="col">{t('ui.proof.origins')}</th>
            <th scope="col" className="hearth-number">
              {t('ui.proof.requests')}
            </th>
          </tr>
        </thead>
        <tbody>
          {pages.map((page) => (
            <tr key={page.page}>
              <td>{page.page}</td>
              <td>{page.origins.length === 0 ? t('ui.proof.closed') : page.origins.join(', ')}</td>
              <td className="hearth-number">{format.count(page.requests)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
