import Button from '@atlaskit/button/new';
import { Checkbox } from '@atlaskit/checkbox';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { useLanguage } from '../language';
import { saveFile } from '../save-file';
import { useStore } from '../use-store';
import type { Report } from './contract';
import type { Opened, ReportStore } from './report-store';
import { SendPart } from './send-part';
import type { SendingStore } from './sending-store';
import type { SettingsStore } from './settings-store';
import { mailtoOf, ticketOf, type Ticket, type Who } from './ticket';

interface Props {
  readonly store: ReportStore;
  readonly state: Opened;
  readonly settings: SettingsStore;
  readonly sending: SendingStore;
}

const MOST_ATTACHED = 20 * 1024 * 1024;
const CHECKS = ['text', 'picture', 'zip', 'agreed'] as const;

/** Makes a ticket, once the administrator went through what it would tell. */
export function TicketPart({ store, state, settings, sending }: Props) {
  const { t } = useLanguage();
  const { report } = state;
  const known = useStore(settings.state);
  const address = known.phase === 'ready' ? known.kept.supportAddress : '';
  const [changes, setChanges] = useState<Partial<Ticket>>({});
  const [zip, setZip] = useState<File>();
  const [checked, setChecked] = useState<readonly string[]>([]);
  const ticket = { ...ticketOf(report, address), ...changes };
  const checks = CHECKS.filter(
    (one) =>
      (one !== 'picture' || (ticket.screenshot && report.screenshot !== undefined)) &&
      (one !== 'zip' || zip !== undefined) &&
      (one !== 'agreed' || report.email !== undefined),
  );
  const ready = checks.every((one) => checked.includes(one));
  const large = zip !== undefined && zip.size > MOST_ATTACHED;
  const make = (form: Ticket['form']): void => {
    void store.make({ ...ticket, form }, zip).then((file) => {
      if (file !== undefined) {
        saveFile(file.name, file.blob);
      }
    });
  };
  return (
    <section aria-labelledby="hearth-ticket" className="hearth-report-part">
      <h3 id="hearth-ticket" className="hearth-heading">
        {t('ui.ticket.title')}
      </h3>
      <p className="hearth-quiet">{t('ui.ticket.help')}</p>
      <Headers
        report={report}
        ticket={ticket}
        onChange={(part) => {
          setChanges({ ...changes, ...part });
        }}
      />
      <Parts
        report={report}
        ticket={ticket}
        large={large}
        onZip={setZip}
        onChange={(part) => {
          setChanges({ ...changes, ...part });
        }}
      />
      <fieldset className="hearth-section">
        <legend className="hearth-ticket-legend">{t('ui.ticket.check')}</legend>
        {checks.map((one) => (
          <Checkbox
            key={one}
            label={t(`ui.ticket.check.${one}`)}
            isChecked={checked.includes(one)}
            onChange={() => {
              setChecked(
                checked.includes(one) ? checked.filter((each) => each !== one) : [...checked, one],
              );
            }}
          />
        ))}
      </fieldset>
      <div className="hearth-buttons hearth-ticket-buttons">
        <Button
          appearance="primary"
          isDisabled={!ready || large}
          isLoading={state.making}
          onClick={() => {
            make('eml');
          }}
        >
          {t('ui.ticket.eml')}
        </Button>
        <Button
          isDisabled={!ready || large}
          onClick={() => {
            make('zip');
          }}
        >
          {t('ui.ticket.zip')}
        </Button>
        <Button
          isDisabled={!ready}
          onClick={() => {
            window.location.href = mailtoOf(report, ticket, t('ui.ticket.cut'));
          }}
        >
          {t('ui.ticket.mailto')}
        </Button>
      </div>
      <p className="hearth-quiet">{ready ? t('ui.ticket.then') : t('ui.ticket.check.first')}</p>
      <SendPart
        sending={sending}
        report={report}
        ticket={ticket}
        zip={zip}
        ready={ready && !large}
      />
    </section>
  );
}

interface FieldsProps {
  readonly report: Report;
  readonly ticket: Ticket;
  readonly onChange: (part: Partial<Ticket>) => void;
}

function Headers({ report, ticket, onChange }: FieldsProps) {
  const { t } = useLanguage();
  const people: { value: Who; label: string }[] = [
    ...(report.email === undefined
      ? []
      : [
          {
            value: 'reporter' as const,
            label: t('ui.ticket.who.reporter', { email: report.email }),
          },
        ]),
    { value: 'administrator', label: t('ui.ticket.who.administrator') },
  ];
  const answers = [{ value: '' as const, label: t('ui.ticket.who.from') }, ...people];
  return (
    <>
      <div className="hearth-limit">
        <label htmlFor="hearth-ticket-from">{t('ui.ticket.from')}</label>
        <Select
          inputId="hearth-ticket-from"
          isSearchable={false}
          options={people}
          value={people.find(({ value }) => value === ticket.from) ?? null}
          onChange={(option) => {
            onChange({ from: option?.value ?? 'administrator' });
          }}
        />
      </div>
      <div className="hearth-limit">
        <label htmlFor="hearth-ticket-reply">{t('ui.ticket.reply')}</label>
        <Select<{ value: Who | ''; label: string }>
          inputId="hearth-ticket-reply"
          isSearchable={false}
          options={answers}
          value={answers.find(({ value }) => value === ticket.replyTo) ?? null}
          onChange={(option) => {
            onChange({ replyTo: option?.value ?? '' });
          }}
        />
      </div>
      {(['to', 'subject'] as const).map((name) => (
        <div key={name} className="hearth-limit">
          <label htmlFor={`hearth-ticket-${name}`}>{t(`ui.ticket.${name}`)}</label>
          <Textfield
            id={`hearth-ticket-${name}`}
            maxLength={200}
            value={ticket[name]}
            onChange={(event) => {
              onChange({ [name]: event.currentTarget.value });
            }}
          />
        </div>
      ))}
    </>
  );
}

function Parts({
  report,
  ticket,
  large,
  onZip,
  onChange,
}: FieldsProps & { readonly large: boolean; readonly onZip: (file: File | undefined) => void }) {
  const { t } = useLanguage();
  return (
    <fieldset className="hearth-section">
      <legend className="hearth-ticket-legend">{t('ui.ticket.parts')}</legend>
      {report.screenshot === undefined ? null : (
        <Checkbox
          label={t('ui.ticket.screenshot')}
          isChecked={ticket.screenshot}
          onChange={() => {
            onChange({ screenshot: !ticket.screenshot });
          }}
        />
      )}
      {report.errors.length === 0 ? null : (
        <Checkbox
          label={t('ui.ticket.errors')}
          isChecked={ticket.errors}
          onChange={() => {
            onChange({ errors: !ticket.errors });
          }}
        />
      )}
      <label htmlFor="hearth-ticket-zip" className="hearth-ticket-file">
        {t('ui.ticket.attach')}
      </label>
      <input
        id="hearth-ticket-zip"
        type="file"
        accept=".zip"
        aria-describedby="hearth-ticket-zip-help"
        onChange={(event) => {
          onZip(event.currentTarget.files?.[0]);
        }}
      />
      <p id="hearth-ticket-zip-help" className={large ? 'hearth-error' : 'hearth-quiet'}>
        {t(large ? 'ui.ticket.attach.large' : 'ui.ticket.attach.help')}
      </p>
    </fieldset>
  );
}
