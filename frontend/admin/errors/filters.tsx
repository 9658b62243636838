import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import Toggle from '@atlaskit/toggle';
import { useRef } from 'react';
import { useLanguage } from '../language';
import { FIELDS, type Filter, type FilterTrial } from './contract';
import { hashOf } from './route';
import type { WatchReady, WatchStore } from './watch-store';

interface Props {
  readonly watch: WatchStore;
  readonly state: WatchReady;
}

/** The administrator's own rules, each of which can be tried on what is stored. */
export function Filters({ watch, state }: Props) {
  const { t } = useLanguage();
  const rows = useRef<HTMLDivElement>(null);
  const add = (): void => {
    watch.addFilter(`filter-${crypto.randomUUID().slice(0, 8)}`);
    // The new row is there after React has drawn it.
    window.setTimeout(() => {
      rows.current
        ?.querySelector<HTMLInputElement>('.hearth-filter:last-child input[type=text]')
        ?.focus();
    });
  };
  return (
    <section aria-labelledby="hearth-filters" className="hearth-field">
      <h2 id="hearth-filters" className="hearth-heading">
        {t('ui.errors.filters.heading')}
      </h2>
      <p className="hearth-quiet">{t('ui.errors.filters.help')}</p>
      <div ref={rows} className="hearth-patterns">
        {state.draft.filters.map((filter, row) => (
          <FilterRow
            key={filter.id}
            number={row + 1}
            filter={filter}
            trial={state.trials[filter.id]}
            error={filterError(state, row)}
            watch={watch}
          />
        ))}
      </div>
      <div>
        <Button onClick={add}>{t('ui.errors.filters.add')}</Button>
      </div>
    </section>
  );
}

/** What the server said of a filter; those without a pattern are not sent, so they do not count. */
function filterError(state: WatchReady, row: number): string | undefined {
  const { filters } = state.draft;
  const sent = filters.slice(0, row).filter(({ pattern }) => pattern.trim() !== '').length;
  const place = `filters[${String(sent)}]`;
  return state.errors.find(({ field }) => field === place || field.startsWith(`${place}.`))
    ?.message;
}

interface RowProps {
  readonly number: number;
  readonly filter: Filter;
  readonly trial: FilterTrial | undefined;
  readonly error: string | undefined;
  readonly watch: WatchStore;
}

function FilterRow({ number, filter, trial, error, watch }: RowProps) {
  const { t } = useLanguage();
  const id = `hearth-${filter.id}`;
  const fields = FIELDS.map((value) => ({ value, label: t(`ui.errors.filter.${value}`) }));
  const edit = (part: Partial<Filter>): void => {
    watch.editFilter(filter.id, part);
  };
  return (
    <div className="hearth-filter" role="group" aria-label={t('ui.errors.filter', { number })}>
      <div className="hearth-tool">
        <label htmlFor={`${id}-field`}>{t('ui.errors.filter.field')}</label>
        <Select
          inputId={`${id}-field`}
          spacing="compact"
          isSearchable={false}
          options={fields}
          value={fields.find(({ value }) => value === filter.field) ?? null}
          onChange={(option) => {
            edit({ field: option?.value ?? 'message' });
          }}
        />
      </div>
      <div className="hearth-tool">
        <label htmlFor={`${id}-pattern`}>{t('ui.errors.filter.pattern')}</label>
        <Textfield
          id={`${id}-pattern`}
          type="text"
          isCompact
          isMonospaced
          maxLength={200}
          spellCheck={false}
          isInvalid={error !== undefined}
          value={filter.pattern}
          aria-describedby={`${id}-said`}
          onChange={(event) => {
            edit({ pattern: event.currentTarget.value });
          }}
        />
      </div>
      <div className="hearth-inline hearth-filter-buttons">
        <Toggle
          id={`${id}-on`}
          isChecked={filter.on}
          label={t('ui.errors.filter.on')}
          onChange={() => {
            edit({ on: !filter.on });
          }}
        />
        <Button
          spacing="compact"
          isDisabled={filter.pattern.trim() === ''}
          onClick={() => void watch.tryFilter(filter)}
        >
          {t('ui.errors.filter.try')}
        </Button>
        <Button
          spacing="compact"
          appearance="subtle"
          aria-label={t('ui.errors.filter.remove.of', { number })}
          onClick={() => {
            watch.removeFilter(filter.id);
          }}
        >
          {t('ui.errors.filter.remove')}
        </Button>
      </div>
      <div id={`${id}-said`} role="status" className="hearth-filter-said">
        {error === undefined ? null : <p className="hearth-error">{error}</p>}
        {trial === undefined ? null : <Trial trial={trial} />}
      </div>
    </div>
  );
}

const SHOWN = 5;

function Trial({ trial }: { readonly trial: FilterTrial }) {
  const { t } = useLanguage();
  return (
    <>
      <p>
        {t('ui.errors.filter.trial', {
          matching: trial.matchingErrors,
          all: trial.allErrors,
          groups: trial.matchingGroups,
        })}
      </p>
      <ul className="hearth-fields">
        {trial.groups.slice(0, SHOWN).map(({ id, title, total }) => (
          <li key={id}>
            <a href={hashOf({ at: 'group', id })}>{title}</a>{' '}
            <span className="hearth-quiet">{t('ui.errors.filter.total', { count: total })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
