import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import SectionMessage from '@atlaskit/section-message';
import Textfield from '@atlaskit/textfield';
import { useId } from 'react';
import { ProblemMessage } from '../../problems';
import { LONGEST_BY, type WorkState } from '../../../shared/review-changes';
import type { StoredZip } from '../../support-zip/stored-contract';
import { useLanguage } from '../../language';
import { useStore } from '../../use-store';
import { AddFiles } from './add-files';
import type { Changes, Trouble, Work } from './changes-store';
import { ItemView } from './item-view';
import { isSearched, wanted } from './items';
import { ResultView } from './result-view';

/** What is taken out and added, and the changed ZIP. */
export function ChangesPanel({ changes }: { readonly changes: Changes }) {
  const { t } = useLanguage();
  const { ticked, items, work, trouble, result } = useStore(changes.state);
  const busy = work.phase !== 'idle';
  return (
    <section className="hearth-panel hearth-review-changes" aria-labelledby="hearth-changes">
      <h3 id="hearth-changes" className="hearth-heading">
        {t('ui.review.change.heading')}
      </h3>
      {items.length === 0 ? <p className="hearth-quiet">{t('ui.review.change.lead')}</p> : null}
      <div className="hearth-review-actions">
        <Button
          isDisabled={busy || ticked.size === 0}
          onClick={() => {
            changes.takeTicked();
          }}
        >
          {t('ui.review.change.take', { count: ticked.size })}
        </Button>
        <AddFiles changes={changes} busy={busy} />
      </div>
      {items.length === 0 ? null : (
        <ul className="hearth-review-items">
          {items.map((item) => (
            <ItemView key={item.id} item={item} changes={changes} busy={busy} />
          ))}
        </ul>
      )}
      {items.some(isSearched) ? (
        <p className="hearth-quiet">{t('ui.review.change.covers')}</p>
      ) : null}
      {trouble === undefined ? null : <TroubleMessage trouble={trouble} />}
      {busy ? <Working work={work} changes={changes} /> : null}
      {wanted(items).length === 0 || busy ? null : <Make changes={changes} />}
      {result === undefined ? null : <ResultView result={result} />}
    </section>
  );
}

function Make({ changes }: { readonly changes: Changes }) {
  const { t } = useLanguage();
  const { by } = useStore(changes.state);
  const id = useId();
  return (
    <div className="hearth-review-make">
      <div>
        <label htmlFor={id}>{t('ui.review.change.by')}</label>
        <Textfield
          id={id}
          isCompact
          maxLength={LONGEST_BY}
          value={by}
          onChange={(event) => {
            changes.named(event.currentTarget.value);
          }}
        />
        <p className="hearth-quiet">{t('ui.review.change.by.help')}</p>
      </div>
      <div>
        <Button appearance="primary" onClick={() => void changes.make()}>
          {t(changes.forServer ? 'ui.review.change.server' : 'ui.review.change.download')}
        </Button>
        <p className="hearth-quiet">
          {t(changes.forServer ? 'ui.review.change.server.help' : 'ui.review.change.download.help')}
        </p>
      </div>
    </div>
  );
}

function Working({ work, changes }: { readonly work: Work; readonly changes: Changes }) {
  const { t } = useLanguage();
  if (work.phase === 'idle') {
    return null;
  }
  if (work.phase === 'looking') {
    return <p role="status">{t('ui.review.change.looking', { name: work.name })}</p>;
  }
  const words = t(WORDS[work.phase]);
  const { done, total } = work.phase === 'server' ? ofServer(work.zip) : work.state;
  return (
    <div className="hearth-review-actions">
      <span role="status">{words}</span>
      {work.phase === 'server' ? <Files zip={work.zip} /> : null}
      <div className="hearth-review-progress">
        <ProgressBar ariaLabel={words} value={total === 0 ? 0 : done / total} />
      </div>
      <Button
        spacing="compact"
        onClick={() => {
          changes.stop();
        }}
      >
        {t('ui.review.change.stop')}
      </Button>
    </div>
  );
}

const WORDS = {
  counting: 'ui.review.change.counting',
  server: 'ui.review.change.serving',
  writing: 'ui.review.change.writing',
} as const;

function ofServer(zip: StoredZip | undefined): WorkState {
  return { done: zip?.progress?.bytesRead ?? 0, total: zip?.progress?.bytesExpected ?? 0 };
}

/** Not told aloud: it changes each second. */
function Files({ zip }: { readonly zip: StoredZip | undefined }) {
  const { t } = useLanguage();
  const progress = zip?.progress;
  return progress === undefined ? null : (
    <span className="hearth-quiet">
      {t('ui.stored.files', { done: progress.filesDone, total: progress.filesTotal })}
    </span>
  );
}

function TroubleMessage({ trouble }: { readonly trouble: Trouble }) {
  return trouble.of === 'server' ? (
    <ProblemMessage notice={trouble.problem} focus />
  ) : (
    <Warning trouble={trouble} />
  );
}

type Local = Exclude<Trouble, { of: 'server' }>;

function Warning({ trouble }: { readonly trouble: Local }) {
  const words = useTrouble(trouble);
  return (
    <div role="alert">
      <SectionMessage appearance="warning" title={words.title}>
        <p>{words.body}</p>
      </SectionMessage>
    </div>
  );
}

function useTrouble(trouble: Local): { readonly title: string; readonly body: string } {
  const { t } = useLanguage();
  switch (trouble.of) {
    case 'made':
      return {
        title: t('ui.review.change.failed'),
        body: trouble.zip.text ?? t('ui.review.change.interrupted'),
      };
    case 'file':
      return {
        title: t('ui.review.change.file.title', { name: trouble.name }),
        body: t(`ui.review.change.file.${trouble.why}`),
      };
    case 'word':
      return {
        title: t('ui.review.change.word.none', { word: trouble.text }),
        body: t('ui.review.change.word.limits'),
      };
    case 'work': {
      const { kind, detail } = trouble.failure;
      return {
        title: t('ui.review.change.failed'),
        body: `${t(`ui.review.failure.${kind}`)} ${detail}`,
      };
    }
  }
}
