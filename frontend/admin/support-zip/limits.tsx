import Select from '@atlaskit/select';
import { useLanguage } from '../language';
import type { Limits } from './choice';
import type { Choosing } from './page-state';
import type { SupportZipPage } from './page-store';
import { PeriodField } from './period-field';

interface Props {
  readonly page: SupportZipPage;
  readonly state: Choosing;
}

const MB = 1024 * 1024;
const DAYS = [1, 3, 7, 14, 30, 90, 180, 365];
const NO_TIME = 0;
const TIMES = [60, 120, 300, 600, 1800, 3600];
const SIZES = [10, 25, 50, 100, 250, 500, 1024, 2048, 4096, 10_240, 51_200].map((mb) => mb * MB);

export function LimitsSection({ page, state }: Props) {
  const { t, format } = useLanguage();
  const { catalogue, choice } = state;
  const { limits } = choice;
  const days = (value: number): string => t('ui.limits.days', { days: value });
  const change = (part: Partial<Limits>): void => {
    void page.chooseLimits({ ...limits, ...part });
  };
  return (
    <details className="hearth-limits">
      <summary>
        <span className="hearth-heading">{t('ui.limits.heading')}</span>
        <span className="hearth-quiet">
          {limits.period === undefined
            ? t('ui.limits.summary', {
                days: limits.sinceDays,
                size: format.bytes(limits.maxBytes),
              })
            : t('ui.limits.summary.period', { size: format.bytes(limits.maxBytes) })}
        </span>
      </summary>
      <div className="hearth-limits-fields">
        <PeriodField
          period={limits.period}
          now={page.now}
          onChange={(period) => {
            change({ period });
          }}
        />
        {limits.period === undefined ? (
          <LimitField
            id="hearth-limit-days"
            label={t('ui.limits.since')}
            help={t('ui.limits.since.help')}
            value={limits.sinceDays}
            values={offered(DAYS, limits.sinceDays, catalogue.limits.sinceDays)}
            words={days}
            onChange={(sinceDays) => {
              change({ sinceDays });
            }}
          />
        ) : null}
        <LimitField
          id="hearth-limit-item"
          label={t('ui.limits.item')}
          help={t('ui.limits.item.help')}
          value={limits.maxBytesPerItem}
          values={offered(SIZES, limits.maxBytesPerItem, catalogue.limits.maxBytesPerItem)}
          words={format.bytes}
          onChange={(maxBytesPerItem) => {
            change({ maxBytesPerItem });
          }}
        />
        <LimitField
          id="hearth-limit-total"
          label={t('ui.limits.total')}
          help={t('ui.limits.total.help')}
          value={limits.maxBytes}
          values={offered(SIZES, limits.maxBytes, catalogue.limits.maxBytes)}
          words={format.bytes}
          onChange={(maxBytes) => {
            change({ maxBytes });
          }}
        />
        <LimitField
          id="hearth-limit-time"
          label={t('ui.limits.time')}
          help={t('ui.limits.time.help')}
          value={limits.maxSeconds ?? NO_TIME}
          values={[NO_TIME, ...offered(TIMES, limits.maxSeconds, catalogue.limits.maxSeconds)]}
          words={(value) =>
            value === NO_TIME ? t('ui.limits.time.none') : t('ui.limits.seconds', { value })
          }
          onChange={(value) => {
            change({ maxSeconds: value === NO_TIME ? undefined : value });
          }}
        />
      </div>
    </details>
  );
}

/** The usual steps up to what the server allows, and always its default and what is chosen. */
function offered(
  steps: readonly number[],
  chosen: number | undefined,
  limit: { readonly default: number; readonly max: number },
): readonly number[] {
  const all = new Set(
    [...steps, chosen ?? limit.default, limit.default].filter((value) => value <= limit.max),
  );
  return [...all].sort((a, b) => a - b);
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly value: number;
  readonly values: readonly number[];
  readonly words: (value: number) => string;
  readonly onChange: (value: number) => void;
}

function LimitField({ id, label, help, value, values, words, onChange }: FieldProps) {
  const options = values.map((one) => ({ value: one, label: words(one) }));
  return (
    <div className="hearth-limit">
      <label htmlFor={id}>{label}</label>
      <Select
        inputId={id}
        spacing="compact"
        options={options}
        value={options.find((option) => option.value === value) ?? null}
        descriptionId={`${id}-help`}
        onChange={(option) => {
          if (option !== null) {
            onChange(option.value);
          }
        }}
      />
      <p id={`${id}-help`} className="hearth-quiet">
        {help}
      </p>
    </div>
  );
}
