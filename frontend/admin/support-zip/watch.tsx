import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import type { Watch, WatchReady, WatchStore } from './watch-store';

interface Props {
  readonly watch: WatchStore;
}

/** Whether a ZIP is kept by itself when health turns bad. */
export function WatchSection({ watch }: Props) {
  const { t } = useLanguage();
  const state = useStore(watch.state);
  const on = state.phase === 'ready' && state.kept.on;
  return (
    <details className="hearth-limits">
      <summary>
        <span className="hearth-heading">{t('ui.watch.heading')}</span>
        {state.phase === 'ready' ? (
          <span className="hearth-quiet">
            {t(on ? 'ui.watch.summary.on' : 'ui.watch.summary.off')}
          </span>
        ) : null}
      </summary>
      {state.phase === 'loading' ? <Loading words={t('ui.watch.loading')} /> : null}
      {state.phase === 'unavailable' ? (
        <ProblemMessage notice={state.problem} onRetry={() => void watch.load()} />
      ) : null}
      {state.phase === 'ready' ? <Form watch={watch} state={state} /> : null}
    </details>
  );
}

function Form({ watch, state }: Props & { readonly state: WatchReady }) {
  const { t } = useLanguage();
  const { draft, saving } = state;
  return (
    <form
      className="hearth-section hearth-case"
      onSubmit={(event) => {
        event.preventDefault();
        void watch.save();
      }}
    >
      <Checkbox
        label={t('ui.watch.on')}
        isChecked={draft.on}
        aria-describedby="hearth-watch-help"
        onChange={(event) => {
          watch.edit({ on: event.currentTarget.checked });
        }}
      />
      <p id="hearth-watch-help" className="hearth-card-words hearth-quiet">
        {t('ui.watch.help')}
      </p>
      <div className="hearth-limits-fields">
        <Border name="heapPercent" min={50} max={100} watch={watch} state={state} />
        <Border name="heapMinutes" min={1} max={60} watch={watch} state={state} />
        <Border name="errorsPerMinute" min={1} max={10_000} watch={watch} state={state} />
      </div>
      {state.problem === undefined ? null : (
        <ProblemMessage notice={state.problem} onRetry={() => void watch.save()} focus />
      )}
      <div className="hearth-total-buttons">
        <Button type="submit" isLoading={saving === 'saving'} isDisabled={!watch.changed()}>
          {t('ui.watch.save')}
        </Button>
        <span role="status" className="hearth-quiet">
          {saving === 'saved' ? t('ui.watch.saved') : ''}
        </span>
      </div>
    </form>
  );
}

interface BorderProps extends Props {
  readonly name: Exclude<keyof Watch, 'on'>;
  readonly min: number;
  readonly max: number;
  readonly state: WatchReady;
}

/** Keeps what is typed, also while it is no number yet; only a number within the bounds is chosen. */
function Border({ name, min, max, watch, state }: BorderProps) {
  const { t, format } = useLanguage();
  const [typed, setTyped] = useState(String(state.draft[name]));
  const id = `hearth-watch-${name}`;
  const fits = (text: string): boolean =>
    /^\d{1,9}$/.test(text.trim()) && Number(text) >= min && Number(text) <= max;
  const range = { min: format.count(min), max: format.count(max) };
  return (
    <div className="hearth-limit">
      <label htmlFor={id}>{t(`ui.watch.${name}`)}</label>
      <Textfield
        id={id}
        inputMode="numeric"
        isCompact
        isInvalid={!fits(typed)}
        width="xsmall"
        value={typed}
        aria-describedby={`${id}-help`}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setTyped(next);
          if (fits(next)) {
            watch.edit({ [name]: Number(next) });
          }
        }}
        onBlur={() => {
          if (!fits(typed)) {
            setTyped(String(state.draft[name]));
          }
        }}
      />
      <span id={`${id}-help`} className={fits(typed) ? 'hearth-quiet' : 'hearth-warn'}>
        {fits(typed) ? t('ui.option.range', range) : t('ui.option.invalid', range)}
      </span>
    </div>
  );
}
