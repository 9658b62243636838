import Button, { LinkButton } from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useEffect } from 'react';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import { PAGE, queryOf, type AuditFilter, type AuditStore } from './audit-store';
import type { AuditPage } from './contract';

interface Props {
  readonly store: AuditStore;
  readonly url: (path: string) => string;
}

export function AuditPanel({ store, url }: Props) {
  const { t } = useLanguage();
  const { page, filter, offset } = useStore(store.state);
  useEffect(() => {
    void store.load();
  }, [store]);
  if (page.phase === 'loading') {
    return <Loading words={t('ui.audit.loading')} />;
  }
  if (page.phase === 'failed') {
    return <ProblemMessage notice={page.problem} onRetry={() => void store.load()} focus />;
  }
  const query = queryOf(filter);
  const file = (form: string) => url(`privacy/audit/export?${query}&format=${form}`);
  return (
    <div className="hearth-stack">
      <p>{t('ui.audit.help')}</p>
      <Filters filter={filter} page={page.page} store={store} />
      <Lines page={page.page} />
      <div className="hearth-privacy-actions">
        <span role="status">
          {t('ui.audit.shown', {
            from: page.page.total === 0 ? 0 : offset + 1,
            to: Math.min(offset + PAGE, page.page.total),
            total: page.page.total,
          })}
        </span>
        <Button
          isDisabled={offset === 0}
          onClick={() => void store.turn(Math.max(0, offset - PAGE))}
        >
          {t('ui.audit.newer')}
        </Button>
        <Button
          isDisabled={offset + PAGE >= page.page.total}
          onClick={() => void store.turn(offset + PAGE)}
        >
          {t('ui.audit.older')}
        </Button>
        <LinkButton href={file('csv')}>{t('ui.audit.csv')}</LinkButton>
        <LinkButton href={file('jsonl')}>{t('ui.audit.jsonl')}</LinkButton>
      </div>
    </div>
  );
}

interface FiltersProps {
  readonly filter: AuditFilter;
  readonly page: AuditPage;
  readonly store: AuditStore;
}

function Filters({ filter, page, store }: FiltersProps) {
  const { t } = useLanguage();
  const all = { value: '', label: t('ui.audit.did.all') };
  const deeds = [all, ...page.deeds.map((id) => ({ value: id, label: id }))];
  return (
    <div className="hearth-limits-fields" role="search">
      <div className="hearth-limit">
        <label htmlFor="hearth-audit-who">{t('ui.audit.who')}</label>
        <Textfield
          id="hearth-audit-who"
          value={filter.who}
          onChange={(event) => void store.narrow({ who: event.currentTarget.value })}
        />
      </div>
      <div className="hearth-limit">
        <label htmlFor="hearth-audit-did">{t('ui.audit.did')}</label>
        <Select
          inputId="hearth-audit-did"
          options={deeds}
          value={deeds.find(({ value }) => value === filter.did) ?? all}
          onChange={(chosen) => void store.narrow({ did: chosen?.value ?? '' })}
        />
      </div>
      {(['from', 'to'] as const).map((end) => (
        <div key={end} className="hearth-limit">
          <label htmlFor={`hearth-audit-${end}`}>{t(`ui.audit.${end}`)}</label>
          <Textfield
            id={`hearth-audit-${end}`}
            type="date"
            value={filter[end]}
            onChange={(event) => void store.narrow({ [end]: event.currentTarget.value })}
          />
        </div>
      ))}
    </div>
  );
}

function Lines({ page }: { readonly page: AuditPage }) {
  const { t, format } = useLanguage();
  if (page.entries.length === 0) {
    return <p className="hearth-quiet">{t('ui.audit.none')}</p>;
  }
  return (
    <table className="hearth-table hearth-audit" aria-label={t('ui.audit.table')}>
      <thead>
        <tr>
          <th scope="col">{t('ui.audit.at')}</th>
          <th scope="col">{t('ui.audit.who')}</th>
          <th scope="col">{t('ui.audit.did')}</th>
          <th scope="col">{t('ui.audit.what')}</th>
          <th scope="col">{t('ui.audit.node')}</th>
        </tr>
      </thead>
      <tbody>
        {page.entries.map((one, index) => (
          <tr key={`${one.at}-${String(index)}`}>
            <td>{format.date(one.at)}</td>
            <td>{one.who}</td>
            <td>{one.did}</td>
            <td>
              <code>{JSON.stringify(one.what)}</code>
            </td>
            <td>{one.node}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
