import Toggle from '@atlaskit/toggle';
import { useLanguage } from '../language';
import { SEVERITIES, type Kind, type Rule, type Severity } from './contract';
import { markClass } from '../hues';
import type { Ready, RedactionPage } from './page-store';

interface Props {
  readonly page: RedactionPage;
  readonly state: Ready;
}

/** Every kind with its switch and, unfolded, the rules that find it. */
export function Kinds({ page, state }: Props) {
  return (
    <div className="hearth-stack">
      {SEVERITIES.map((severity) => (
        <Group key={severity} severity={severity} page={page} state={state} />
      ))}
    </div>
  );
}

function Group({ severity, page, state }: Props & { readonly severity: Severity }) {
  const { t } = useLanguage();
  const kinds = state.rules.kinds.filter((kind) => kind.severity === severity);
  const on = kinds.filter((kind) => !state.draft.kindsOff.includes(kind.id));
  if (kinds.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby={`hearth-severity-${severity}`}>
      <div className="hearth-group-head">
        <h2 id={`hearth-severity-${severity}`} className="hearth-heading">
          {t(`ui.severity.${severity}.title`)}
        </h2>
        <span className="hearth-quiet">
          {t('ui.redaction.on', { on: on.length, all: kinds.length })}
        </span>
      </div>
      <p className="hearth-quiet hearth-group-body">{t(`ui.severity.${severity}.body`)}</p>
      <ul className="hearth-items">
        {kinds.map((kind) => (
          <KindRow key={kind.id} kind={kind} page={page} state={state} />
        ))}
      </ul>
    </section>
  );
}

function KindRow({ kind, page, state }: Props & { readonly kind: Kind }) {
  const { t } = useLanguage();
  const id = `hearth-kind-${kind.id}`;
  const on = !state.draft.kindsOff.includes(kind.id);
  const rules = state.rules.rules.filter((rule) => rule.kind === kind.id);
  return (
    <li className="hearth-item hearth-kind">
      <div>
        <label htmlFor={id} className="hearth-kind-title">
          <span className={markClass(kind.id)}>{kind.title}</span>
        </label>
        <p className="hearth-quiet">{kind.description}</p>
        {!on && kind.severity === 'secret' ? (
          <p className="hearth-warn">{t('ui.redaction.secret-off')}</p>
        ) : null}
      </div>
      <Toggle
        id={id}
        isChecked={on}
        onChange={(event) => {
          page.switchKind(kind.id, event.currentTarget.checked);
        }}
      />
      {rules.length === 0 ? null : (
        <details className="hearth-rules">
          <summary>{ruleCount(rules, state, t)}</summary>
          <ul className="hearth-rule-list">
            {rules.map((rule) => (
              <RuleRow key={rule.id} rule={rule} on={on} page={page} state={state} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function ruleCount(
  rules: readonly Rule[],
  state: Ready,
  t: ReturnType<typeof useLanguage>['t'],
): string {
  const off = rules.filter((rule) => state.draft.rulesOff.includes(rule.id)).length;
  return off === 0
    ? t('ui.redaction.rules', { count: rules.length })
    : t('ui.redaction.rules.off', { count: rules.length, off });
}

interface RuleProps extends Props {
  readonly rule: Rule;
  /** A rule of a kind that is switched off has nothing to do. */
  readonly on: boolean;
}

function RuleRow({ rule, on, page, state }: RuleProps) {
  const { t } = useLanguage();
  const id = `hearth-rule-${rule.id}`;
  return (
    <li className="hearth-rule">
      <div>
        <label htmlFor={id} className="hearth-rule-title">
          <span className="hearth-hidden">{t('ui.redaction.rule')}</span> {rule.title}
        </label>
        <p className="hearth-quiet">{rule.description}</p>
        {rule.examples.map((example) => (
          <p key={example} className="hearth-example">
            <span className="hearth-hidden">{t('ui.redaction.example')}</span>{' '}
            <code>{example}</code>
          </p>
        ))}
      </div>
      <Toggle
        id={id}
        isChecked={!state.draft.rulesOff.includes(rule.id)}
        isDisabled={!on}
        onChange={(event) => {
          page.switchRule(rule.id, event.currentTarget.checked);
        }}
      />
    </li>
  );
}
