import Button, { LinkButton } from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import { useLanguage } from '../language';
import { useFocus } from '../use-focus';
import type { Outcome, Progress } from './contract';
import { CheckResult, LeftOutTable, RedactionTable } from './result-tables';
import type { Ending } from './page-state';

interface Props {
  readonly ending: Ending;
  readonly kinds: Readonly<Record<string, string>>;
  readonly onAgain: () => void;
}

const LOOKS = {
  done: 'success',
  cancelled: 'information',
  failed: 'error',
  gone: 'warning',
} as const;

export function Finished({ ending, kinds, onAgain }: Props) {
  const { t } = useLanguage();
  const place = useFocus<HTMLDivElement>();
  const how = howItEnded(ending);
  const outcome = ending.kind === 'ended' ? ending.progress.outcome : undefined;
  return (
    <section className="hearth-result">
      <div ref={place} tabIndex={-1} role="alert" className="hearth-message">
        <SectionMessage appearance={LOOKS[how]} title={t(`ui.result.${how}.title`)}>
          {t(`ui.result.${how}.body`)}
        </SectionMessage>
      </div>
      {ending.kind === 'ended' ? <Summary progress={ending.progress} /> : null}
      {outcome === undefined || how !== 'done' ? null : (
        <Contents outcome={outcome} kinds={kinds} />
      )}
      <div className="hearth-actions">
        <Button onClick={onAgain}>{t('ui.result.again')}</Button>
        {how === 'done' ? (
          // Beside this page, whatever the product's context path is.
          <LinkButton href="review">{t('ui.result.review')}</LinkButton>
        ) : null}
      </div>
    </section>
  );
}

function howItEnded(ending: Ending): keyof typeof LOOKS {
  if (ending.kind === 'gone') {
    return 'gone';
  }
  return ending.progress.state === 'running' ? 'failed' : ending.progress.state;
}

function Summary({ progress }: { readonly progress: Progress }) {
  const { t, format } = useLanguage();
  const { outcome } = progress;
  return (
    <dl className="hearth-facts">
      {outcome === undefined ? null : (
        <div>
          <dt>{t('ui.result.entries')}</dt>
          <dd>{format.count(outcome.entries)}</dd>
        </div>
      )}
      <div>
        <dt>{t('ui.result.size')}</dt>
        <dd>{format.bytes(progress.zipBytes)}</dd>
      </div>
      <div>
        <dt>{t('ui.result.time')}</dt>
        <dd>{format.duration(progress.elapsedMs)}</dd>
      </div>
      {outcome?.sha256 === undefined ? null : <Digest value={outcome.sha256} />}
    </dl>
  );
}

export function Digest({ value }: { readonly value: string }) {
  const { t } = useLanguage();
  const [copied, setCopied] = useState(false);
  return (
    <div className="hearth-digest">
      <dt>{t('ui.result.sha256')}</dt>
      <dd>
        <code>{value}</code>
        <Button
          spacing="compact"
          onClick={() => {
            void navigator.clipboard.writeText(value).then(() => {
              setCopied(true);
            });
          }}
        >
          {copied ? t('ui.result.copied') : t('ui.result.copy')}
        </Button>
      </dd>
    </div>
  );
}

interface ContentsProps {
  readonly outcome: Outcome;
  readonly kinds: Props['kinds'];
}

export function Contents({ outcome, kinds }: ContentsProps) {
  const { t } = useLanguage();
  const whole = outcome.cut.length === 0 && outcome.missing.length === 0;
  return (
    <>
      {whole ? <p>{t('ui.result.whole')}</p> : null}
      <LeftOutTable
        heading={t('ui.result.missing.heading', { count: outcome.missing.length })}
        body={t('ui.result.missing.body')}
        files={outcome.missing}
      />
      <LeftOutTable
        heading={t('ui.result.cut.heading', { count: outcome.cut.length })}
        body={t('ui.result.cut.body')}
        files={outcome.cut}
      />
      <CheckResult check={outcome.check} kinds={kinds} />
      <RedactionTable redactions={outcome.redactions} kinds={kinds} />
    </>
  );
}
