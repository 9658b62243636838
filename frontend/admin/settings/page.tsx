import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { addressOf } from '../nav/pages';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import type { Section } from './contract';
import { FilePanel } from './file-panel';
import type { ImportStore } from './import-store';
import { ResetDialog, SectionCard } from './sections';
import type { Ready, SettingsStore } from './settings-store';

interface Props {
  readonly settings: SettingsStore;
  readonly importing: ImportStore;
  readonly contextPath: string;
}

/** The settings of all parts, and the way to take them along or set them back. */
export function SettingsView(page: Props) {
  const { t } = useLanguage();
  return (
    <div className="hearth-page">
      <header className="hearth-header">
        <h1>{t('ui.settings.title')}</h1>
        <p className="hearth-lead">{t('ui.settings.lead')}</p>
        <p className="hearth-promise">{t('ui.settings.promise')}</p>
        <p className="hearth-settings-again">
          <a href={addressOf(page.contextPath, 'overview', '/first-run')}>
            {t('ui.settings.first-run')}
          </a>
        </p>
      </header>
      <Content {...page} />
    </div>
  );
}

function Content({ settings, importing, contextPath }: Props) {
  const { t } = useLanguage();
  const state = useStore(settings.state);
  const [asked, ask] = useState<Section | undefined>(undefined);
  if (state.phase === 'loading') {
    return <Loading words={t('ui.settings.loading')} />;
  }
  if (state.phase === 'unavailable') {
    return <ProblemMessage notice={state.problem} onRetry={() => void settings.load()} focus />;
  }
  return (
    <div className="hearth-form">
      {state.problem === undefined ? null : <ProblemMessage notice={state.problem} focus />}
      <Doing settings={settings} state={state} />
      <FilePanel settings={settings} importing={importing} state={state} />
      {state.sections.map((section) => (
        <SectionCard
          key={section.id}
          section={section}
          contextPath={contextPath}
          busy={state.working !== undefined}
          onReset={() => {
            ask(section);
          }}
        />
      ))}
      <ResetDialog
        section={asked}
        onClose={() => {
          ask(undefined);
        }}
        onReset={(id) => {
          ask(undefined);
          void settings.reset(id);
        }}
      />
    </div>
  );
}

/** What has just been done, with the way back. */
function Doing({ settings, state }: { readonly settings: SettingsStore; readonly state: Ready }) {
  const { t } = useLanguage();
  const { done } = state;
  return (
    <div role="status" className="hearth-settings-done">
      {state.tooLate ? (
        <SectionMessage appearance="warning" title={t('ui.settings.too-late.title')}>
          <p>{t('ui.settings.too-late.body')}</p>
        </SectionMessage>
      ) : null}
      {done === undefined ? null : (
        <SectionMessage
          appearance="success"
          title={t(`ui.settings.done.${done.what}`, { count: done.changes })}
        >
          <p>{t('ui.settings.done.body')}</p>
          {done.undo === undefined || done.changes === 0 ? null : (
            <div className="hearth-message-action">
              <Button isLoading={state.working === 'undo'} onClick={() => void settings.undo()}>
                {t('ui.settings.undo')}
              </Button>
            </div>
          )}
        </SectionMessage>
      )}
    </div>
  );
}
