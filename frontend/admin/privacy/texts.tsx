import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useEffect } from 'react';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import { blocksOf, type TextStore } from './text-store';

export function TextPanel({ store }: { readonly store: TextStore }) {
  const { t, format } = useLanguage();
  const state = useStore(store.state);
  useEffect(() => {
    void store.load();
  }, [store]);
  if (state.phase === 'loading') {
    return <Loading words={t('ui.privacy.text.loading')} />;
  }
  if (state.phase === 'failed') {
    return <ProblemMessage notice={state.problem} onRetry={() => void store.load()} focus />;
  }
  const { kept, draft, saving, problem } = state;
  const label = t(`ui.privacy.tab.${store.id}`);
  return (
    <div className="hearth-stack">
      <p className="hearth-unprinted">{t(`ui.privacy.text.${store.id}.help`)}</p>
      {problem === undefined ? null : <ProblemMessage notice={problem} focus />}
      {kept.changedAt === undefined ? null : (
        <p className="hearth-quiet hearth-unprinted">
          {t('ui.privacy.text.own', { at: format.date(kept.changedAt) })}
        </p>
      )}
      {draft === undefined ? (
        <Words text={kept.text} label={label} />
      ) : (
        <TextArea
          aria-label={label}
          value={draft}
          minimumRows={16}
          onChange={(event) => {
            store.write(event.currentTarget.value);
          }}
        />
      )}
      <div className="hearth-buttons hearth-unprinted">
        {draft === undefined ? (
          <>
            <Button
              appearance="primary"
              onClick={() => {
                window.print();
              }}
            >
              {t('ui.privacy.text.print')}
            </Button>
            <Button
              onClick={() => {
                store.write(kept.text);
              }}
            >
              {t('ui.privacy.text.edit')}
            </Button>
            {kept.changedAt === undefined ? null : (
              <Button appearance="subtle" onClick={() => void store.reset()}>
                {t('ui.privacy.text.reset')}
              </Button>
            )}
          </>
        ) : (
          <>
            <Button appearance="primary" isLoading={saving} onClick={() => void store.save()}>
              {t('ui.privacy.text.save')}
            </Button>
            <Button
              appearance="subtle"
              onClick={() => {
                store.write(undefined);
              }}
            >
              {t('ui.privacy.text.discard')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function Words({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <article className="hearth-privacy-text" aria-label={label}>
      {blocksOf(text).map((block, index) => {
        const key = `${block.kind}-${String(index)}`;
        switch (block.kind) {
          case 'heading':
            return <h2 key={key}>{block.text}</h2>;
          case 'paragraph':
            return <p key={key}>{block.text}</p>;
          case 'list':
            return (
              <ul key={key}>
                {block.items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            );
        }
      })}
    </article>
  );
}
