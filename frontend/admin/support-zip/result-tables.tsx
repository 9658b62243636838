import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import { useLanguage } from '../language';
import { markClass } from '../hues';
import { SHORTFALLS_TOLD, type Outcome, type Shortfall } from './contract';

type Kinds = Readonly<Record<string, string>>;

interface LeftOutProps {
  readonly heading: string;
  readonly body: string;
  readonly files: readonly Shortfall[];
}

/** A server with thousands of unreadable files must not make a page of thousands of rows unasked. */
const FIRST = 20;

export function LeftOutTable({ heading, body, files }: LeftOutProps) {
  const { t } = useLanguage();
  const [all, setAll] = useState(false);
  if (files.length === 0) {
    return null;
  }
  const shown = all ? files : files.slice(0, FIRST);
  return (
    <div className="hearth-list">
      <h2 className="hearth-heading">{heading}</h2>
      <p>{body}</p>
      <table className="hearth-table hearth-table-files">
        <thead>
          <tr>
            <th scope="col">{t('ui.result.file')}</th>
            <th scope="col">{t('ui.result.why')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((file) => (
            <tr key={`${file.name} ${file.reason}`}>
              <td>
                <code>{file.name}</code>
              </td>
              <td>{file.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {all && files.length >= SHORTFALLS_TOLD ? <p>{t('ui.result.told')}</p> : null}
      {shown.length < files.length ? (
        <Button
          appearance="subtle"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('ui.result.more', { count: files.length })}
        </Button>
      ) : null}
    </div>
  );
}

interface RedactionProps {
  readonly redactions: Readonly<Record<string, number>>;
  readonly kinds: Kinds;
}

export function RedactionTable({ redactions, kinds }: RedactionProps) {
  const { t, format } = useLanguage();
  const found = Object.entries(redactions).sort(([, a], [, b]) => b - a);
  const total = found.reduce((sum, [, times]) => sum + times, 0);
  return (
    <div className="hearth-list">
      <h2 className="hearth-heading">{t('ui.result.redactions.heading', { count: total })}</h2>
      {total === 0 ? (
        <p>{t('ui.result.redactions.none')}</p>
      ) : (
        <>
          <p>{t('ui.result.redactions.body')}</p>
          <table className="hearth-table hearth-table-narrow">
            <thead>
              <tr>
                <th scope="col">{t('ui.result.kind')}</th>
                <th scope="col" className="hearth-number">
                  {t('ui.result.times')}
                </th>
              </tr>
            </thead>
            <tbody>
              {found.map(([kind, times]) => (
                <tr key={kind}>
                  <td>
                    <span className={markClass(kind)}>{kinds[kind] ?? kind}</span>
                  </td>
                  <td className="hearth-number">{format.count(times)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="hearth-quiet">{t('ui.result.redactions.change')}</p>
        </>
      )}
    </div>
  );
}

interface CheckProps {
  readonly check: Outcome['check'];
  readonly kinds: Kinds;
}

/** What the second search of the finished ZIP says; nothing where it was switched off. */
export function CheckResult({ check, kinds }: CheckProps) {
  const { t, format } = useLanguage();
  if (check === undefined) {
    return null;
  }
  if (check.found.length === 0) {
    return <p>{t('ui.result.check.clean', { entries: check.entries })}</p>;
  }
  return (
    <SectionMessage appearance="warning" title={t('ui.result.check.title')}>
      <p>{t('ui.result.check.body')}</p>
      <table className="hearth-table">
        <thead>
          <tr>
            <th scope="col">{t('ui.result.file')}</th>
            <th scope="col">{t('ui.result.kind')}</th>
            <th scope="col" className="hearth-number">
              {t('ui.result.times')}
            </th>
          </tr>
        </thead>
        <tbody>
          {check.found.map(({ name, kind, count }) => (
            <tr key={`${name} ${kind}`}>
              <td>
                <code>{name}</code>
              </td>
              <td>{kinds[kind] ?? kind}</td>
              <td className="hearth-number">{format.count(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </SectionMessage>
  );
}
