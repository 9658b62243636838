import Checkbox from '@atlaskit/checkbox';
import { Radio } from '@atlaskit/radio';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useLanguage } from '../language';
import type { SupportCase } from '../redaction/contract';
import { useFocus } from '../use-focus';
import type { Linking } from './linking';
import type { Choosing } from './page-state';
import type { SupportZipPage } from './page-store';

interface Props {
  readonly page: SupportZipPage;
  readonly state: Choosing;
}

/** Whether other ZIPs shall call the same person by the same replacement. */
export function CaseSection({ page, state }: Props) {
  const { t } = useLanguage();
  const { cases, linking } = state;
  if (cases === undefined) {
    return null;
  }
  return (
    <details className="hearth-limits" open={state.unnamed ? true : undefined}>
      <summary>
        <span className="hearth-heading">{t('ui.case.heading')}</span>
        <span className="hearth-quiet">{summary(linking, cases, t)}</span>
      </summary>
      <fieldset className="hearth-section hearth-case">
        <legend className="hearth-hidden">{t('ui.case.heading')}</legend>
        <Way kind="none" page={page} state={state} />
        {cases.length === 0 ? null : (
          <Way kind="case" page={page} state={state}>
            {linking.kind === 'case' ? (
              <CaseChoice id={linking.id} cases={cases} page={page} />
            ) : null}
          </Way>
        )}
        <Way kind="new" page={page} state={state}>
          {linking.kind === 'new' ? (
            <NameField linking={linking} page={page} unnamed={state.unnamed} />
          ) : null}
        </Way>
        {linking.kind === 'case' ? null : <LookupChoice linking={linking} page={page} />}
      </fieldset>
    </details>
  );
}

function summary(
  linking: Linking,
  cases: readonly SupportCase[],
  t: ReturnType<typeof useLanguage>['t'],
): string {
  if (linking.kind === 'case') {
    const name = cases.find(({ id }) => id === linking.id)?.name ?? '';
    return t('ui.case.summary.case', { name });
  }
  return t(`ui.case.summary.${linking.kind}`);
}

interface WayProps extends Props {
  readonly kind: Linking['kind'];
  readonly children?: React.ReactNode;
}

const WORDS = { none: 'none', case: 'existing', new: 'new' } as const;

function Way({ kind, page, state, children }: WayProps) {
  const { t } = useLanguage();
  const help = `hearth-case-${kind}`;
  return (
    <div>
      <Radio
        name="case"
        value={kind}
        label={t(`ui.case.${WORDS[kind]}`)}
        isChecked={state.linking.kind === kind}
        aria-describedby={help}
        onChange={() => {
          page.turnTo(kind);
        }}
      />
      <div className="hearth-card-words">
        <span id={help} className="hearth-quiet">
          {t(`ui.case.${WORDS[kind]}.help`)}
        </span>
        {children}
      </div>
    </div>
  );
}

interface CaseChoiceProps {
  readonly id: string;
  readonly cases: readonly SupportCase[];
  readonly page: SupportZipPage;
}

function CaseChoice({ id, cases, page }: CaseChoiceProps) {
  const { t } = useLanguage();
  const options = cases.map((one) => ({ value: one.id, label: one.name }));
  return (
    <div className="hearth-case-field">
      <label htmlFor="hearth-case-choice">{t('ui.case.choose')}</label>
      <Select
        inputId="hearth-case-choice"
        spacing="compact"
        options={options}
        value={options.find(({ value }) => value === id) ?? null}
        onChange={(option) => {
          if (option !== null) {
            page.link({ kind: 'case', id: option.value });
          }
        }}
      />
    </div>
  );
}

interface NameProps {
  readonly linking: Extract<Linking, { kind: 'new' }>;
  readonly page: SupportZipPage;
  readonly unnamed: boolean;
}

function NameField({ linking, page, unnamed }: NameProps) {
  const { t } = useLanguage();
  const field = useFocus<HTMLInputElement>(unnamed);
  return (
    <div className="hearth-case-field">
      <label htmlFor="hearth-case-name">{t('ui.case.name')}</label>
      <Textfield
        ref={field}
        id="hearth-case-name"
        isCompact
        maxLength={80}
        isInvalid={unnamed}
        value={linking.name}
        aria-describedby="hearth-case-name-error"
        onChange={(event) => {
          page.link({ ...linking, name: event.currentTarget.value });
        }}
      />
      <p id="hearth-case-name-error" className="hearth-error" role="alert">
        {unnamed ? t('ui.case.unnamed') : null}
      </p>
    </div>
  );
}

interface LookupProps {
  readonly linking: Exclude<Linking, { kind: 'case' }>;
  readonly page: SupportZipPage;
}

function LookupChoice({ linking, page }: LookupProps) {
  const { t } = useLanguage();
  return (
    <div className="hearth-case-lookup">
      <Checkbox
        label={t('ui.case.lookup')}
        isChecked={linking.lookup}
        aria-describedby="hearth-case-lookup"
        onChange={(event) => {
          page.link({ ...linking, lookup: event.currentTarget.checked });
        }}
      />
      <p id="hearth-case-lookup" className="hearth-card-words hearth-quiet">
        {t('ui.case.lookup.help')}
      </p>
    </div>
  );
}
