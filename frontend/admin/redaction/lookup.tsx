import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { useLanguage } from '../language';
import { ProblemMessage } from '../problems';
import type { Cases, Search } from './cases-store';
import type { Rules } from './contract';
import { markClass } from '../hues';
import { kindTitle } from './marked';

interface Props {
  readonly cases: Cases;
  readonly search: Search;
  readonly rules: Rules;
}

/** Who is user-7f3a2b? */
export function Lookup({ cases, search, rules }: Props) {
  const { t } = useLanguage();
  const [pseudonym, setPseudonym] = useState('');
  return (
    <section aria-labelledby="hearth-lookup-title" className="hearth-field">
      <h2 id="hearth-lookup-title" className="hearth-heading">
        {t('ui.lookup.title')}
      </h2>
      <p id="hearth-lookup-help" className="hearth-quiet">
        {t('ui.lookup.help')}
      </p>
      <form
        role="search"
        className="hearth-inline"
        onSubmit={(event) => {
          event.preventDefault();
          void cases.lookUp(pseudonym);
        }}
      >
        <label htmlFor="hearth-lookup" className="hearth-hidden">
          {t('ui.lookup.label')}
        </label>
        <Textfield
          id="hearth-lookup"
          isCompact
          isMonospaced
          width="large"
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          placeholder={t('ui.lookup.placeholder')}
          aria-describedby="hearth-lookup-help"
          value={pseudonym}
          onChange={(event) => {
            setPseudonym(event.currentTarget.value);
          }}
        />
        <Button type="submit" isLoading={search.phase === 'asking'}>
          {t('ui.lookup.button')}
        </Button>
      </form>
      <div aria-live="polite">
        <Answer search={search} rules={rules} />
      </div>
    </section>
  );
}

function Answer({ search, rules }: Pick<Props, 'rules' | 'search'>) {
  const { t } = useLanguage();
  if (search.phase === 'failed') {
    return <ProblemMessage notice={search.problem} />;
  }
  if (search.phase !== 'answered') {
    return null;
  }
  if (search.matches.length === 0) {
    return <p>{t('ui.lookup.none', { pseudonym: search.asked })}</p>;
  }
  return (
    <table className="hearth-table">
      <caption className="hearth-hidden">{search.asked}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ui.lookup.value')}</th>
          <th scope="col">{t('ui.result.kind')}</th>
          <th scope="col">{t('ui.lookup.table')}</th>
        </tr>
      </thead>
      <tbody>
        {search.matches.map(({ value, kind, table }) => (
          <tr key={`${value} ${kind} ${table}`}>
            <td>
              <code>{value}</code>
            </td>
            <td>
              <span className={markClass(kind)}>{kindTitle(rules, kind)}</span>
            </td>
            <td>{table}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
