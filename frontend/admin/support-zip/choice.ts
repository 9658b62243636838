import { count, flag, list, oneOf, optional, record, shape, text } from '../../shared/parse';
import type { Catalogue, Item, ItemOption, Limit, PresetId, SupportZipRequest } from './contract';
import { parsePeriod, periodFault, windowOf, type Period } from './period';

export interface Limits {
  readonly sinceDays: number;
  readonly maxBytes: number;
  readonly maxBytesPerItem: number;
  /** After which the ZIP ends with what it has; undefined for as long as it takes. */
  readonly maxSeconds?: number | undefined;
  /** Instead of an age. */
  readonly period?: Period | undefined;
}

/** What the administrator wants in the ZIP. `custom` begins with the items of the preset that was left. */
export interface Choice {
  readonly preset: PresetId | 'custom';
  readonly items: readonly string[];
  readonly options: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly limits: Limits;
  /** Whether the user directory is asked for the people found in the files. */
  readonly directory: boolean;
}

export interface Totals {
  readonly items: number;
  readonly files: number;
  readonly bytes: number;
  readonly zipBytes: number;
}

export function defaultChoice(catalogue: Catalogue): Choice {
  const { sinceDays, maxBytes, maxBytesPerItem } = catalogue.limits;
  return {
    preset: 'quick',
    items: presetItems(catalogue, 'quick'),
    options: {},
    limits: {
      sinceDays: sinceDays.default,
      maxBytes: maxBytes.default,
      maxBytesPerItem: maxBytesPerItem.default,
    },
    directory: false,
  };
}

export function presetItems(catalogue: Catalogue, id: PresetId): readonly string[] {
  const wanted = catalogue.presets.find((preset) => preset.id === id)?.items ?? [];
  return catalogue.items.filter((item) => item.available && wanted.includes(item.id)).map(idOf);
}

export function withPreset(choice: Choice, catalogue: Catalogue, preset: Choice['preset']): Choice {
  return preset === 'custom'
    ? { ...choice, preset }
    : { ...choice, preset, items: presetItems(catalogue, preset) };
}

export function withItem(
  choice: Choice,
  catalogue: Catalogue,
  id: string,
  wanted: boolean,
): Choice {
  const items = catalogue.items
    .map(idOf)
    .filter((one) => (one === id ? wanted : choice.items.includes(one)));
  return { ...choice, preset: 'custom', items };
}

export function withOption(choice: Choice, item: string, option: string, value: number): Choice {
  return {
    ...choice,
    options: { ...choice.options, [item]: { ...choice.options[item], [option]: value } },
  };
}

export function optionValue(choice: Choice, item: Item, option: ItemOption): number {
  return choice.options[item.id]?.[option.id] ?? option.default;
}

export function totalsOf(choice: Choice, catalogue: Catalogue): Totals {
  const chosen = catalogue.items.filter((item) => choice.items.includes(item.id));
  const sum = (part: (item: Item) => number): number =>
    chosen.reduce((total, item) => total + part(item), 0);
  return {
    items: chosen.length,
    files: sum((item) => item.files),
    bytes: sum((item) => item.bytes),
    zipBytes: sum((item) => item.estimatedZipBytes),
  };
}

/** The age or the time, as the server takes it. */
export function timeOf(limits: Limits, now: number): Pick<SupportZipRequest, Time> {
  const window = limits.period === undefined ? 'incomplete' : windowOf(limits.period, now);
  return typeof window === 'string' ? { sinceDays: limits.sinceDays } : window;
}

type Time = 'from' | 'sinceDays' | 'to';

/** Whether a ZIP can be made of it. */
export const isComplete = ({ items, limits }: Choice): boolean =>
  items.length > 0 && periodFault(limits.period) === undefined;

const parseLimits = shape({
  sinceDays: count,
  maxBytes: count,
  maxBytesPerItem: count,
  maxSeconds: optional(count),
  period: optional(parsePeriod),
});

const parseStored = shape({
  preset: oneOf('quick', 'full', 'custom'),
  items: list(text),
  options: record(record(count)),
  limits: parseLimits,
  directory: optional(flag),
});

/** A remembered choice, fitted to what this server offers now; anything unreadable counts as none. */
export function restoreChoice(stored: string | null, catalogue: Catalogue): Choice | undefined {
  if (stored === null) {
    return undefined;
  }
  try {
    const choice = parseStored(JSON.parse(stored), '');
    return fitted(choice, catalogue);
  } catch {
    return undefined;
  }
}

/** The limits of a remembered choice, which the first count of sizes already obeys. */
export function restoreLimits(stored: string | null): Limits | undefined {
  try {
    return stored === null ? undefined : parseStored(JSON.parse(stored), '').limits;
  } catch {
    return undefined;
  }
}

function fitted(choice: ReturnType<typeof parseStored>, catalogue: Catalogue): Choice {
  const { limits } = catalogue;
  const items =
    choice.preset === 'custom'
      ? catalogue.items.filter((item) => item.available && choice.items.includes(item.id)).map(idOf)
      : presetItems(catalogue, choice.preset);
  return {
    preset: choice.preset,
    items,
    options: fittedOptions(choice.options, catalogue),
    limits: {
      sinceDays: within(choice.limits.sinceDays, limits.sinceDays),
      maxBytes: within(choice.limits.maxBytes, limits.maxBytes),
      maxBytesPerItem: within(choice.limits.maxBytesPerItem, limits.maxBytesPerItem),
      maxSeconds:
        choice.limits.maxSeconds === undefined
          ? undefined
          : within(choice.limits.maxSeconds, limits.maxSeconds),
      period: choice.limits.period,
    },
    directory: choice.directory ?? false,
  };
}

function fittedOptions(stored: Choice['options'], catalogue: Catalogue): Choice['options'] {
  const kept = catalogue.items.map((item): [string, Record<string, number>] => {
    const values = stored[item.id] ?? {};
    const entries = item.options.flatMap((option): [string, number][] => {
      const value = values[option.id];
      return value !== undefined && allows(option, value) ? [[option.id, value]] : [];
    });
    return [item.id, Object.fromEntries(entries)];
  });
  return Object.fromEntries(kept.filter(([, values]) => Object.keys(values).length > 0));
}

export function allows(option: ItemOption, value: number): boolean {
  return Number.isSafeInteger(value) && value >= option.min && value <= option.max;
}

function within(value: number, limit: Limit): number {
  return Math.min(Math.max(value, limit.min), limit.max);
}

function idOf(item: Item): string {
  return item.id;
}

export const storedChoice = (choice: Choice): string => JSON.stringify(choice);
