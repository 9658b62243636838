import Button, { LinkButton } from '@atlaskit/button/new';
import { RadioGroup } from '@atlaskit/radio';
import SectionMessage from '@atlaskit/section-message';
import type { ReactNode } from 'react';
import { useLanguage } from '../language';
import { addressOf } from '../nav/pages';
import { ProblemMessage } from '../problems';
import { useFocus } from '../use-focus';
import { useStore } from '../use-store';
import { MODES } from './contract';
import type { FirstRunState, FirstRunStore } from './first-run-store';
import './first-run.css';

interface Props {
  readonly store: FirstRunStore;
  readonly contextPath: string;
}

/** The three questions of a first run, until they are answered or put off. */
export function FirstRunPanel({ store, contextPath }: Props) {
  const state = useStore(store.state);
  switch (state.phase) {
    case 'hidden':
      return null;
    case 'asked':
      return <Questions store={store} state={state} />;
    case 'done':
      return <Done state={state} contextPath={contextPath} />;
  }
}

type Asked = Extract<FirstRunState, { phase: 'asked' }>;

function Questions({ store, state }: { readonly store: FirstRunStore; readonly state: Asked }) {
  const { t } = useLanguage();
  const { answers, now, sending } = state;
  // Finer choices are made on the page Browser errors; one that stands is offered as well.
  const modes = MODES.slice(0, 3).some((one) => one === now.errors)
    ? MODES.slice(0, 3)
    : [...MODES.slice(0, 3), now.errors];
  return (
    <section aria-labelledby="hearth-first-run" className="hearth-panel hearth-first-run">
      <h2 id="hearth-first-run" className="hearth-heading">
        {t('ui.first-run.heading')}
      </h2>
      <p>{t('ui.first-run.body')}</p>
      {state.problem === undefined ? null : <ProblemMessage notice={state.problem} focus />}
      <Question name="errors">
        <RadioGroup
          labelId="hearth-first-run-errors"
          name="hearth-first-run-errors"
          value={answers.errors}
          options={modes.map((mode) => ({
            name: 'hearth-first-run-errors',
            value: mode,
            label: t(`ui.first-run.errors.${mode}`),
          }))}
          onChange={(event) => {
            const chosen = MODES.find((mode) => mode === event.currentTarget.value);
            if (chosen !== undefined) {
              store.choose({ errors: chosen });
            }
          }}
        />
      </Question>
      <YesNo
        name="usage"
        value={answers.usage}
        onChoose={(usage) => {
          store.choose({ usage });
        }}
      />
      <YesNo
        name="reports"
        value={answers.reports}
        onChoose={(reports) => {
          store.choose({ reports });
        }}
      />
      <p className="hearth-quiet">{t('ui.first-run.off', { count: now.destinations })}</p>
      <div className="hearth-buttons">
        <Button
          appearance="primary"
          isLoading={sending === 'answers'}
          onClick={() => void store.answer()}
        >
          {t('ui.first-run.answer')}
        </Button>
        <Button
          appearance="subtle"
          isLoading={sending === 'later'}
          onClick={() => void store.later()}
        >
          {t('ui.first-run.later')}
        </Button>
      </div>
    </section>
  );
}

type Name = 'errors' | 'reports' | 'usage';

function Question({ name, children }: { readonly name: Name; readonly children: ReactNode }) {
  const { t } = useLanguage();
  return (
    <div className="hearth-first-run-question">
      <h3 id={`hearth-first-run-${name}`}>{t(`ui.first-run.${name}`)}</h3>
      <p className="hearth-quiet">{t(`ui.first-run.${name}.help`)}</p>
      {children}
    </div>
  );
}

interface YesNoProps {
  readonly name: 'reports' | 'usage';
  readonly value: boolean;
  readonly onChoose: (value: boolean) => void;
}

function YesNo({ name, value, onChoose }: YesNoProps) {
  const { t } = useLanguage();
  const group = `hearth-first-run-${name}`;
  return (
    <Question name={name}>
      <RadioGroup
        labelId={group}
        name={group}
        value={value ? 'yes' : 'no'}
        options={(['no', 'yes'] as const).map((one) => ({
          name: group,
          value: one,
          label: t(`ui.first-run.${name}.${one}`),
        }))}
        onChange={(event) => {
          onChoose(event.currentTarget.value === 'yes');
        }}
      />
    </Question>
  );
}

interface DoneProps {
  readonly state: Extract<FirstRunState, { phase: 'done' }>;
  readonly contextPath: string;
}

function Done({ state, contextPath }: DoneProps) {
  const { t } = useLanguage();
  const place = useFocus<HTMLDivElement>();
  return (
    <div ref={place} tabIndex={-1} role="status">
      <SectionMessage appearance="success" title={t('ui.first-run.done.title')}>
        <p>{t('ui.first-run.done.body')}</p>
        {state.usage ? (
          <>
            <p>{t('ui.first-run.done.usage')}</p>
            <div className="hearth-message-action">
              <LinkButton href={addressOf(contextPath, 'usage')}>
                {t('ui.first-run.done.usage.go')}
              </LinkButton>
            </div>
          </>
        ) : null}
      </SectionMessage>
    </div>
  );
}
