import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import { useEffect } from 'react';
import { Fact } from '../fact';
import { useLanguage } from '../language';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import { poll } from '../errors/poller';
import type { Journey, Receipt, Report } from './contract';
import { SendDialog } from './send-dialog';
import { isUnderWay, type SendingStore } from './sending-store';
import type { Ticket } from './ticket';

interface Props {
  readonly sending: SendingStore;
  readonly report: Report;
  readonly ticket: Ticket;
  readonly zip: File | undefined;
  readonly ready: boolean;
}

/** Sends the ticket from the server, where an administrator confirmed an endpoint for it. */
export function SendPart({ sending, report, ticket, zip, ready }: Props) {
  const { t } = useLanguage();
  const state = useStore(sending.state);
  const endpoint = useStore(sending.endpoint.state);
  const host = endpoint.phase === 'ready' ? endpoint.standing.confirmed?.host : undefined;
  useEffect(() => {
    void sending.open(report.id);
    return poll(window, () => sending.follow());
  }, [sending, report.id]);
  const { journey, receipt } = state;
  if (host === undefined && journey === undefined && receipt === undefined) {
    return null;
  }
  return (
    <div className="hearth-send">
      {state.problem === undefined ? null : <ProblemMessage notice={state.problem} focus />}
      {host === undefined || isUnderWay(journey) ? null : (
        <div>
          <Button
            isDisabled={!ready}
            isLoading={state.asking.phase === 'reading'}
            onClick={() => void sending.ask(ticket, zip)}
          >
            {t('ui.send.to', { host })}
          </Button>
        </div>
      )}
      <div aria-live="polite">
        {journey === undefined ? null : (
          <Way journey={journey} stopping={state.stopping} onStop={() => void sending.stop()} />
        )}
      </div>
      {receipt === undefined ? null : <Taken receipt={receipt} />}
      <SendDialog sending={sending} state={state} report={report} />
    </div>
  );
}

interface WayProps {
  readonly journey: Journey;
  readonly stopping: boolean;
  readonly onStop: () => void;
}

function Way({ journey, stopping, onStop }: WayProps) {
  const { t } = useLanguage();
  return (
    <>
      <p>
        <strong>{t(`ui.send.${journey.phase}`, { host: journey.host })}</strong>
      </p>
      <Detail journey={journey} />
      {isUnderWay(journey) ? (
        <Button isLoading={stopping} onClick={onStop}>
          {t('ui.send.stop')}
        </Button>
      ) : null}
    </>
  );
}

function Detail({ journey }: { readonly journey: Journey }) {
  const { t, format } = useLanguage();
  const { attempt, attempts, bytes, sent, next } = journey;
  switch (journey.phase) {
    case 'sending':
      return (
        <>
          <ProgressBar
            value={bytes === 0 ? 0 : sent / bytes}
            ariaLabel={t('ui.send.sending', { host: journey.host })}
          />
          <p className="hearth-quiet">
            {t('ui.send.progress', {
              sent: format.bytes(sent),
              bytes: format.bytes(bytes),
              attempt,
              attempts,
            })}
          </p>
        </>
      );
    case 'paused':
      return (
        <>
          <Why journey={journey} />
          {next === undefined ? null : (
            <p className="hearth-quiet">
              {t('ui.send.next', { when: format.time(next), attempt, attempts })}
            </p>
          )}
        </>
      );
    case 'failed':
      return <Why journey={journey} />;
    default:
      return null;
  }
}

function Why({ journey }: { readonly journey: Journey }) {
  const { t } = useLanguage();
  const { reply } = journey;
  if (reply?.why === undefined) {
    return null;
  }
  return (
    <>
      <p>
        {t('ui.send.why', {
          why:
            reply.why === 'refused'
              ? t('ui.destination.failure.refused', { status: String(reply.status) })
              : t(`ui.destination.failure.${reply.why}`),
        })}
      </p>
      <Answer text={reply.text} />
    </>
  );
}

/** From outside: shown as text, never as more. */
function Answer({ text }: { readonly text: string }) {
  const { t } = useLanguage();
  return text === '' ? null : (
    <div>
      <p className="hearth-quiet">{t('ui.send.answer')}</p>
      <pre className="hearth-send-answer">{text}</pre>
    </div>
  );
}

function Taken({ receipt }: { readonly receipt: Receipt }) {
  const { t, format } = useLanguage();
  return (
    <section aria-labelledby="hearth-send-receipt">
      <h4 id="hearth-send-receipt" className="hearth-heading">
        {t('ui.send.receipt')}
      </h4>
      <dl className="hearth-facts hearth-report-facts">
        <Fact name={t('ui.send.receipt.at')}>{format.date(receipt.at)}</Fact>
        <Fact name={t('ui.send.receipt.host')}>
          {t('ui.send.receipt.status', {
            host: receipt.host,
            status: String(receipt.status),
          })}
        </Fact>
        <Fact name={t('ui.send.receipt.bytes')}>{format.bytes(receipt.bytes)}</Fact>
        <Fact name={t('ui.send.receipt.sha256')}>{receipt.sha256}</Fact>
      </dl>
      <Answer text={receipt.text} />
    </section>
  );
}
