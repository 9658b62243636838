import Button from '@atlaskit/button/new';
import Modal, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import ProgressBar from '@atlaskit/progress-bar';
import { useState } from 'react';
import { useLanguage } from '../language';
import { useFocus } from '../use-focus';
import type { Progress } from './contract';
import { ProblemMessage } from '../problems';
import type { Run } from './run';
import { shareDone } from './share';

interface Props {
  readonly run: Run;
  readonly onCancel: () => void;
}

export function Running({ run, onCancel }: Props) {
  const { t } = useLanguage();
  const heading = useFocus<HTMLHeadingElement>();
  const [asking, setAsking] = useState(false);
  const share = shareDone(run.progress);
  return (
    <section className="hearth-panel" aria-labelledby="hearth-run">
      <h2 id="hearth-run" className="hearth-heading" ref={heading} tabIndex={-1}>
        {t('ui.run.heading')}
      </h2>
      <p>{t('ui.run.keep')}</p>
      <div className="hearth-bar">
        <ProgressBar
          ariaLabel={t('ui.run.bar')}
          value={share ?? 0}
          isIndeterminate={share === undefined}
        />
        <span className="hearth-percent" aria-hidden="true">
          {share === undefined ? t('ui.run.starting') : t('ui.run.percent', { percent: share })}
        </span>
      </div>
      {run.progress === undefined ? null : <Facts progress={run.progress} titles={run.titles} />}
      <Interruption run={run} />
      <div className="hearth-actions">
        <Button
          isDisabled={run.cancelling}
          onClick={() => {
            setAsking(true);
          }}
        >
          {run.cancelling ? t('ui.run.cancelling') : t('ui.run.cancel')}
        </Button>
      </div>
      <ModalTransition>
        {asking && !run.cancelling ? (
          <StopDialog
            onContinue={() => {
              setAsking(false);
            }}
            onStop={() => {
              setAsking(false);
              onCancel();
            }}
          />
        ) : null}
      </ModalTransition>
    </section>
  );
}

interface FactsProps {
  readonly progress: Progress;
  readonly titles: Run['titles'];
}

function Facts({ progress, titles }: FactsProps) {
  const { t, format } = useLanguage();
  const facts: readonly (readonly [string, string])[] = [
    [t(`ui.run.phase.${progress.phase}`), titles[progress.currentItem] ?? progress.currentItem],
    [
      t('ui.run.read'),
      t('ui.run.read.value', {
        done: format.bytes(progress.bytesRead),
        total: format.bytes(Math.max(progress.bytesExpected, progress.bytesRead)),
      }),
    ],
    [
      t('ui.run.files'),
      t('ui.run.files.value', { done: progress.filesDone, total: progress.filesTotal }),
    ],
    [t('ui.run.zip'), format.bytes(progress.zipBytes)],
    [t('ui.run.elapsed'), format.duration(progress.elapsedMs)],
  ];
  return (
    <dl className="hearth-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Interruption({ run }: { readonly run: Run }) {
  const { t } = useLanguage();
  if (run.interrupted === undefined) {
    return null;
  }
  if (run.interrupted.kind === 'session') {
    return (
      <>
        <ProblemMessage notice={run.interrupted} />
        <p>{t('ui.problem.session.running')}</p>
      </>
    );
  }
  return (
    <p className="hearth-warn" role="alert">
      {t('ui.run.lost')}
    </p>
  );
}

interface StopProps {
  readonly onContinue: () => void;
  readonly onStop: () => void;
}

function StopDialog({ onContinue, onStop }: StopProps) {
  const { t } = useLanguage();
  return (
    <Modal width="small" onClose={onContinue}>
      <ModalHeader>
        <ModalTitle appearance="warning">{t('ui.cancel.title')}</ModalTitle>
      </ModalHeader>
      <ModalBody>{t('ui.cancel.body')}</ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onContinue}>
          {t('ui.cancel.continue')}
        </Button>
        <Button appearance="warning" onClick={onStop}>
          {t('ui.cancel.stop')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
