import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useLanguage } from '../language';
import { DAY, HOUR, localMoment, periodFault, type Period } from './period';

interface Props {
  readonly period: Period | undefined;
  readonly now: () => number;
  readonly onChange: (period: Period | undefined) => void;
}

const CHOICES = ['any', 'hour', 'day', 'around', 'between'] as const;
type PeriodChoice = (typeof CHOICES)[number];
const AROUND = [5, 15, 30, HOUR, 2 * HOUR, 6 * HOUR];

export function PeriodField({ period, now, onChange }: Props) {
  const { t } = useLanguage();
  const options = CHOICES.map((value) => ({ value, label: t(`ui.period.${value}`) }));
  const chosen = choiceOf(period);
  return (
    <div className="hearth-limit hearth-period">
      <label htmlFor="hearth-period">{t('ui.period.label')}</label>
      <Select
        inputId="hearth-period"
        spacing="compact"
        options={options}
        value={options.find((option) => option.value === chosen) ?? null}
        descriptionId="hearth-period-help"
        onChange={(option) => {
          if (option !== null && option.value !== chosen) {
            onChange(begun(option.value, now()));
          }
        }}
      />
      <p id="hearth-period-help" className="hearth-quiet">
        {t('ui.period.help')}
      </p>
      {period === undefined || period.kind === 'last' ? null : (
        <Moments period={period} onChange={onChange} />
      )}
    </div>
  );
}

function choiceOf(period: Period | undefined): PeriodChoice {
  if (period?.kind === 'last') {
    return period.minutes === HOUR ? 'hour' : 'day';
  }
  return period?.kind ?? 'any';
}

function begun(choice: PeriodChoice, now: number): Period | undefined {
  switch (choice) {
    case 'any':
      return undefined;
    case 'hour':
      return { kind: 'last', minutes: HOUR };
    case 'day':
      return { kind: 'last', minutes: DAY };
    case 'around':
      return { kind: 'around', at: '', minutes: 15 };
    case 'between':
      return { kind: 'between', from: localMoment(now - HOUR * 60_000), to: localMoment(now) };
  }
}

interface MomentsProps {
  readonly period: Exclude<Period, { readonly kind: 'last' }>;
  readonly onChange: (period: Period) => void;
}

function Moments({ period, onChange }: MomentsProps) {
  const { t } = useLanguage();
  const fault = periodFault(period);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <div role="group" aria-label={t('ui.period.label')} className="hearth-period-moments">
      {period.kind === 'around' ? (
        <>
          <Moment
            name="at"
            value={period.at}
            invalid={fault !== undefined}
            onChange={(at) => {
              onChange({ ...period, at });
            }}
          />
          <Around period={period} onChange={onChange} />
        </>
      ) : (
        (['from', 'to'] as const).map((name) => (
          <Moment
            key={name}
            name={name}
            value={period[name]}
            invalid={fault !== undefined}
            onChange={(value) => {
              onChange({ ...period, [name]: value });
            }}
          />
        ))
      )}
      <p
        id="hearth-period-moments-help"
        role="status"
        className={fault === undefined ? 'hearth-quiet' : 'hearth-warn'}
      >
        {fault === undefined ? t('ui.period.zone', { zone: timeZone }) : t(`ui.period.${fault}`)}
      </p>
    </div>
  );
}

interface MomentProps {
  readonly name: 'at' | 'from' | 'to';
  readonly value: string;
  readonly invalid: boolean;
  readonly onChange: (value: string) => void;
}

function Moment({ name, value, invalid, onChange }: MomentProps) {
  const { t } = useLanguage();
  const id = `hearth-period-${name}`;
  return (
    <div className="hearth-limit">
      <label htmlFor={id}>{t(`ui.period.${name}`)}</label>
      <Textfield
        id={id}
        type="datetime-local"
        max="9999-12-31T23:59"
        isCompact
        isInvalid={invalid}
        value={value}
        aria-describedby="hearth-period-moments-help"
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    </div>
  );
}

interface AroundProps {
  readonly period: Extract<Period, { readonly kind: 'around' }>;
  readonly onChange: (period: Period) => void;
}

function Around({ period, onChange }: AroundProps) {
  const { t } = useLanguage();
  const options = AROUND.map((value) => ({ value, label: t('ui.period.minutes', { value }) }));
  return (
    <div className="hearth-limit">
      <label htmlFor="hearth-period-minutes">{t('ui.period.before-and-after')}</label>
      <Select
        inputId="hearth-period-minutes"
        spacing="compact"
        options={options}
        value={options.find((option) => option.value === period.minutes) ?? null}
        onChange={(option) => {
          if (option !== null) {
            onChange({ ...period, minutes: option.value });
          }
        }}
      />
    </div>
  );
}
