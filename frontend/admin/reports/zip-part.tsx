import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useRef, useState } from 'react';
import { useLanguage } from '../language';
import { namedZipOf } from './files';
import type { Opened, ReportStore } from './report-store';

interface Props {
  readonly store: ReportStore;
  readonly state: Opened;
  readonly contextPath: string;
}

const DAY_MS = 86_400_000;
const LONGEST = 3650;
const DIGEST = /^[0-9a-f]{64}$/;

/** Days that reach back to shortly before the report. */
export function daysSince(receivedAt: string, now: number): number {
  const days = Math.ceil((now - Date.parse(receivedAt)) / DAY_MS) + 1;
  return Number.isNaN(days) ? 1 : Math.min(LONGEST, Math.max(1, days));
}

/** A Support ZIP of the report's time: where it is made, and which one it was. */
export function ZipPart({ store, state, contextPath }: Props) {
  const { t } = useLanguage();
  const file = useRef<HTMLInputElement>(null);
  const zip = state.draft.zip ?? { name: '', sha256: '' };
  const [days] = useState(() => daysSince(state.report.receivedAt, Date.now()));
  const wrong = zip.name !== '' && !DIGEST.test(zip.sha256);
  const edit = (part: Partial<typeof zip>): void => {
    const next = { ...zip, ...part };
    store.edit({ zip: next.name === '' && next.sha256 === '' ? undefined : next });
  };
  return (
    <section aria-labelledby="hearth-report-zip" className="hearth-report-part">
      <h3 id="hearth-report-zip" className="hearth-heading">
        {t('ui.reports.zip')}
      </h3>
      <p>
        <a
          href={`${contextPath}/plugins/servlet/hearth/admin/support-zip#sinceDays=${String(days)}`}
        >
          {t('ui.reports.zip.make', { days })}
        </a>
      </p>
      <p className="hearth-quiet">{t('ui.reports.zip.help')}</p>
      <div className="hearth-inline">
        <Button
          onClick={() => {
            file.current?.click();
          }}
        >
          {t('ui.reports.zip.choose')}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".zip"
          hidden
          aria-label={t('ui.reports.zip.choose')}
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            if (chosen !== undefined) {
              void namedZipOf(chosen).then(edit);
            }
          }}
        />
      </div>
      <div className="hearth-limit">
        <label htmlFor="hearth-report-zip-name">{t('ui.reports.zip.name')}</label>
        <Textfield
          id="hearth-report-zip-name"
          maxLength={200}
          value={zip.name}
          onChange={(event) => {
            edit({ name: event.currentTarget.value });
          }}
        />
      </div>
      <div className="hearth-limit">
        <label htmlFor="hearth-report-zip-sum">{t('ui.reports.zip.sum')}</label>
        <Textfield
          id="hearth-report-zip-sum"
          isMonospaced
          maxLength={64}
          spellCheck={false}
          isInvalid={wrong}
          aria-invalid={wrong}
          aria-describedby="hearth-report-zip-help"
          value={zip.sha256}
          onChange={(event) => {
            edit({ sha256: event.currentTarget.value.trim().toLowerCase() });
          }}
        />
        <p id="hearth-report-zip-help" className={wrong ? 'hearth-error' : 'hearth-quiet'}>
          {t('ui.reports.zip.sum.help')}
        </p>
      </div>
    </section>
  );
}
