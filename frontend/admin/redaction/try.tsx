import Select from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import Toggle from '@atlaskit/toggle';
import { useLanguage } from '../language';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import { FORMATS, type Finding, type TextFormat } from './contract';
import { markClass } from '../hues';
import { countsOf, kindTitle, Legend, Marked, ruleTitle } from './marked';
import type { Ready, RedactionPage } from './page-store';
import { LONGEST, type Trial, type TryStore } from './try-store';

interface Props {
  readonly page: RedactionPage;
  readonly state: Ready;
  readonly trial: TryStore;
}

/** Paste a line, see what would be replaced and by which rule, and switch that rule from here. */
export function TryPanel({ page, state, trial }: Props) {
  const { t } = useLanguage();
  const now = useStore(trial.state);
  return (
    <div className="hearth-stack">
      <div className="hearth-field">
        <label htmlFor="hearth-try" className="hearth-heading">
          {t('ui.try.title')}
        </label>
        <p id="hearth-try-help" className="hearth-quiet">
          {t('ui.try.help')}
        </p>
        <TextArea
          id="hearth-try"
          isMonospaced
          resize="vertical"
          minimumRows={4}
          maxLength={LONGEST}
          spellCheck={false}
          value={now.text}
          placeholder={t('ui.try.placeholder')}
          aria-describedby="hearth-try-help"
          onChange={(event) => {
            void trial.type(event.currentTarget.value);
          }}
        />
        <FormatChoice trial={trial} format={now.format} />
      </div>
      {now.problem === undefined ? null : (
        <ProblemMessage notice={now.problem} onRetry={() => void trial.ask()} />
      )}
      <Outcome now={now} page={page} state={state} />
      <SwitchedOff page={page} state={state} />
    </div>
  );
}

function FormatChoice({
  trial,
  format,
}: {
  readonly trial: TryStore;
  readonly format: TextFormat;
}) {
  const { t } = useLanguage();
  const options = FORMATS.map((value) => ({ value, label: t(`ui.try.format.${value}`) }));
  return (
    <div className="hearth-inline">
      <label htmlFor="hearth-try-format">{t('ui.try.format')}</label>
      <div className="hearth-inline-select">
        <Select
          inputId="hearth-try-format"
          spacing="compact"
          options={options}
          value={options.find((option) => option.value === format) ?? null}
          onChange={(option) => {
            if (option !== null) {
              void trial.choose(option.value);
            }
          }}
        />
      </div>
    </div>
  );
}

interface OutcomeProps extends Pick<Props, 'page' | 'state'> {
  readonly now: Trial;
}

function Outcome({ now, page, state }: OutcomeProps) {
  const { t } = useLanguage();
  const { tried } = now;
  const { rules } = state;
  return (
    <div aria-live="polite" aria-busy={now.asking} className="hearth-stack">
      {tried === undefined ? null : (
        <>
          <p>
            {tried.findings.length === 0
              ? t('ui.try.nothing')
              : t('ui.try.found', { count: tried.findings.length })}
          </p>
          <Legend rules={rules} counts={countsOf(tried.findings)} />
          <div className="hearth-sides">
            <Side title={t('ui.mark.before')}>
              <Marked text={tried.text} findings={tried.findings} side="before" rules={rules} />
            </Side>
            <Side title={t('ui.mark.after')}>
              <Marked text={tried.text} findings={tried.findings} side="after" rules={rules} />
            </Side>
          </div>
          <FindingTable text={tried.text} findings={tried.findings} page={page} state={state} />
        </>
      )}
    </div>
  );
}

function Side({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <figure className="hearth-side" aria-label={title}>
      <figcaption className="hearth-quiet">{title}</figcaption>
      <pre className="hearth-text">{children}</pre>
    </figure>
  );
}

interface TableProps extends Pick<Props, 'page' | 'state'> {
  readonly text: string;
  readonly findings: readonly Finding[];
}

function FindingTable({ text, findings, page, state }: TableProps) {
  const { t } = useLanguage();
  const found = [...new Map(findings.map((one) => [`${one.rule} ${one.kind}`, one])).values()];
  if (found.length === 0) {
    return null;
  }
  return (
    <table className="hearth-table">
      <caption className="hearth-hidden">{t('ui.try.rules')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ui.try.rule')}</th>
          <th scope="col">{t('ui.result.kind')}</th>
          <th scope="col">{t('ui.try.example')}</th>
          <th scope="col">{t('ui.try.switch')}</th>
        </tr>
      </thead>
      <tbody>
        {found.map((one) => (
          <tr key={`${one.rule} ${one.kind}`}>
            <td>{ruleTitle(state.rules, one.rule, t)}</td>
            <td>
              <span className={markClass(one.kind)}>{kindTitle(state.rules, one.kind)}</span>
            </td>
            <td>
              <code>{text.slice(one.start, one.end)}</code>
            </td>
            <td>
              <RuleSwitch rule={one.rule} page={page} state={state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The administrator's own words and patterns have no switch: they are taken out where they are listed. */
function RuleSwitch({
  rule,
  page,
  state,
}: Pick<Props, 'page' | 'state'> & { readonly rule: string }) {
  const { t } = useLanguage();
  if (!state.rules.rules.some(({ id }) => id === rule)) {
    return null;
  }
  return (
    <Toggle
      label={t('ui.try.switch.of', { rule: ruleTitle(state.rules, rule, t) })}
      isChecked={!state.draft.rulesOff.includes(rule)}
      onChange={(event) => {
        page.switchRule(rule, event.currentTarget.checked);
      }}
    />
  );
}

function SwitchedOff({ page, state }: Pick<Props, 'page' | 'state'>) {
  const { t } = useLanguage();
  const off = state.draft.rulesOff;
  if (off.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="hearth-off" className="hearth-field">
      <h2 id="hearth-off" className="hearth-heading">
        {t('ui.try.off')}
      </h2>
      <ul className="hearth-items">
        {off.map((rule) => (
          <li key={rule} className="hearth-item hearth-kind">
            <span>{ruleTitle(state.rules, rule, t)}</span>
            <RuleSwitch rule={rule} page={page} state={state} />
          </li>
        ))}
      </ul>
    </section>
  );
}
