import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useRef } from 'react';
import { useLanguage } from '../language';
import type { OwnPattern } from './contract';
import { errorsOf, linesOf, patternError } from './draft';
import type { Ready, RedactionPage } from './page-store';

interface Props {
  readonly page: RedactionPage;
  readonly state: Ready;
}

/** What only this administrator knows: words, patterns, and what is harmless here. */
export function Own({ page, state }: Props) {
  return (
    <div className="hearth-stack">
      <Words field="words" page={page} state={state} />
      <Patterns page={page} state={state} />
      <Words field="allow" page={page} state={state} />
    </div>
  );
}

function Words({ field, page, state }: Props & { readonly field: 'allow' | 'words' }) {
  const { t } = useLanguage();
  const value = state.draft[field];
  const words = linesOf(value);
  const errors = errorsOf(state.errors, field, words);
  const id = `hearth-own-${field}`;
  return (
    <div className="hearth-field">
      <div className="hearth-group-head">
        <label htmlFor={id} className="hearth-heading">
          {t(`ui.own.${field}.title`)}
        </label>
        <span className="hearth-quiet">{t('ui.own.count', { count: words.length })}</span>
      </div>
      <p id={`${id}-help`} className="hearth-quiet">
        {t(`ui.own.${field}.help`)}
      </p>
      <TextArea
        id={id}
        isMonospaced
        resize="vertical"
        minimumRows={4}
        value={value}
        isInvalid={errors.length > 0}
        aria-invalid={errors.length > 0}
        spellCheck={false}
        aria-describedby={`${id}-help ${id}-error`}
        onChange={(event) => {
          page.edit({ [field]: event.currentTarget.value });
        }}
      />
      <div id={`${id}-error`} role="alert">
        {errors.map(({ word, message }) => (
          <p key={word} className="hearth-error">
            {word === '' ? null : <code>{word}</code>} {message}
          </p>
        ))}
      </div>
    </div>
  );
}

function Patterns({ page, state }: Props) {
  const { t } = useLanguage();
  const rows = useRef<HTMLDivElement>(null);
  const { patterns } = state.draft;
  const edit = (row: number, part: Partial<OwnPattern>): void => {
    page.edit({
      patterns: patterns.map((one, index) => (index === row ? { ...one, ...part } : one)),
    });
  };
  const add = (): void => {
    page.edit({ patterns: [...patterns, { pattern: '', name: '' }] });
    // The new row is there after React has drawn it.
    window.setTimeout(() => {
      rows.current?.querySelector<HTMLInputElement>('.hearth-pattern:last-child input')?.focus();
    });
  };
  return (
    <section aria-labelledby="hearth-patterns" className="hearth-field">
      <h2 id="hearth-patterns" className="hearth-heading">
        {t('ui.own.patterns.title')}
      </h2>
      <p className="hearth-quiet">{t('ui.own.patterns.help')}</p>
      <div ref={rows} className="hearth-patterns">
        {patterns.map((pattern, row) => (
          <PatternRow
            key={row}
            row={row}
            pattern={pattern}
            error={patternError(state.errors, patterns, row)}
            onEdit={(part) => {
              edit(row, part);
            }}
            onRemove={() => {
              page.edit({ patterns: patterns.filter((_, index) => index !== row) });
            }}
          />
        ))}
      </div>
      <div>
        <Button onClick={add}>{t('ui.own.patterns.add')}</Button>
      </div>
    </section>
  );
}

interface RowProps {
  readonly row: number;
  readonly pattern: OwnPattern;
  readonly error: string | undefined;
  readonly onEdit: (part: Partial<OwnPattern>) => void;
  readonly onRemove: () => void;
}

function PatternRow({ row, pattern, error, onEdit, onRemove }: RowProps) {
  const { t } = useLanguage();
  const id = `hearth-pattern-${String(row)}`;
  const number = { row: row + 1 };
  return (
    <div className="hearth-pattern">
      <div className="hearth-pattern-field">
        <label htmlFor={id}>{t('ui.own.pattern', number)}</label>
        <Textfield
          id={id}
          isMonospaced
          isCompact
          isInvalid={error !== undefined}
          spellCheck={false}
          value={pattern.pattern}
          aria-describedby={`${id}-error`}
          onChange={(event) => {
            onEdit({ pattern: event.currentTarget.value });
          }}
        />
        <p id={`${id}-error`} className="hearth-error" role="alert">
          {error}
        </p>
      </div>
      <div className="hearth-pattern-name">
        <label htmlFor={`${id}-name`}>{t('ui.own.pattern.name')}</label>
        <Textfield
          id={`${id}-name`}
          isCompact
          value={pattern.name}
          onChange={(event) => {
            onEdit({ name: event.currentTarget.value });
          }}
        />
      </div>
      <Button
        appearance="subtle"
        aria-label={t('ui.own.pattern.remove', number)}
        onClick={onRemove}
      >
        {t('ui.own.remove')}
      </Button>
    </div>
  );
}
