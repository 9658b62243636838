import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { HandOverButton } from '../hand-over/dialog';
import { FromBrowser } from './hand-over/from-browser';
import { FromServer } from '../hand-over/from-server';
import { Sealing } from './hand-over/sealing-store';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { useStore } from '../use-store';
import type { Changes } from './changes/changes-store';
import { ChangesPanel } from './changes/panel';
import { Choose } from './choose';
import { ComparePanel } from './compare/panel';
import { FailureMessage } from './failure';
import type { Open, ReviewPage } from './page-store';
import { Summary } from './summary';
import { TreeView } from './tree-view';
import { ViewerView } from './viewer';

export function ReviewView({ page }: { readonly page: ReviewPage }) {
  const { t } = useLanguage();
  const state = useStore(page.state);
  return (
    <div className="hearth-page hearth-review">
      <header className="hearth-header">
        <h1>{t('ui.review.title')}</h1>
        <p className="hearth-lead">{t('ui.review.lead')}</p>
        <p className="hearth-promise">
          {t(
            state.phase === 'open' && state.changes.onServer
              ? 'ui.review.promise.stored'
              : 'ui.review.promise',
          )}
        </p>
      </header>
      {state.phase === 'choosing' ? <Choose page={page} /> : null}
      {state.phase === 'opening' ? (
        <Loading words={t('ui.review.opening', { name: state.name })} />
      ) : null}
      {state.phase === 'failed' ? (
        <div className="hearth-stack">
          <FailureMessage failure={state.failure} name={state.name} focus />
          <Choose page={page} />
        </div>
      ) : null}
      {state.phase === 'open' ? <Looking page={page} state={state} /> : null}
    </div>
  );
}

function HandOverOpen({ name, changes }: { readonly name: string; readonly changes: Changes }) {
  const { work } = useStore(changes.state);
  return (
    <HandOverButton
      name={name}
      isDisabled={work.phase !== 'idle'}
      begin={() => {
        const store = changes.handOver();
        return store instanceof Sealing ? (
          <FromBrowser store={store} />
        ) : (
          <FromServer store={store} name={name} />
        );
      }}
    />
  );
}

function Looking({ page, state }: { readonly page: ReviewPage; readonly state: Open }) {
  const { t, format } = useLanguage();
  const { opened, tree, viewer, structured, changes, compare } = state;
  return (
    <div className="hearth-stack">
      <div className="hearth-review-head">
        <h2 className="hearth-heading">{state.name}</h2>
        <Button
          onClick={() => {
            page.close();
          }}
        >
          {t('ui.review.another')}
        </Button>
        <HandOverOpen name={state.name} changes={changes} />
      </div>
      {opened.faults.length === 0 ? null : (
        <div role="alert" className="hearth-message">
          <SectionMessage appearance="warning" title={t('ui.review.fault.title')}>
            <ul className="hearth-fields">
              {opened.faults.map((fault) => (
                <li key={fault}>
                  {t(`ui.review.fault.zip.${fault}`, {
                    stated: format.count(opened.stated),
                    listed: format.count(opened.entries.length),
                  })}
                </li>
              ))}
            </ul>
          </SectionMessage>
        </div>
      )}
      <Summary opened={opened} />
      {changes.possible ? <ChangesPanel changes={changes} /> : null}
      {opened.manifest === undefined ? null : <ComparePanel compare={compare} />}
      <div className="hearth-review-panes">
        <TreeView tree={tree} viewer={viewer} changes={changes} />
        <ViewerView viewer={viewer} structured={structured} changes={changes} />
      </div>
    </div>
  );
}
