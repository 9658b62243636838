import type { Difference, Gap, Side, Told } from '../../../shared/comparison';
import type { Format } from '../../../shared/format';
import type { Translate } from '../../../shared/i18n';
import { visible } from '../tree-view';

export interface Language {
  readonly t: Translate;
  readonly format: Format;
}

/** What one ZIP says of a thing, in words. */
export function toldWords(told: Told | undefined, { t, format }: Language): string {
  if (told === undefined) {
    return t('ui.compare.absent');
  }
  switch (told.kind) {
    case 'text':
      return told.text === '' ? t('ui.compare.there') : visible(told.text);
    case 'app':
      return visible([told.version, told.state].filter((one) => one !== '').join(', '));
    case 'status':
      return `${t(`ui.compare.status.${told.status}`)}${told.text === '' ? '' : `: ${visible(told.text)}`}`;
    case 'often':
      return told.perHour === undefined
        ? t('ui.compare.often', { count: told.count })
        : t('ui.compare.often.hour', { count: told.count, perHour: rounded(told.perHour) });
    case 'figure':
    case 'limit':
      switch (told.unit) {
        case 'bytes':
          return format.bytes(told.value);
        case 'milliseconds':
          return format.duration(told.value);
        case 'share':
          return t('ui.compare.share', { share: told.value });
        case 'count':
          return format.count(rounded(told.value));
      }
  }
}

/** Two digits that say something: 0.042, 3.1, 420. */
function rounded(value: number): number {
  return value >= 10 ? Math.round(value) : Number(value.toPrecision(2));
}

/** What a row is about: an app by its name, a file by itself. */
export function titleOf({ name, entry, before, after }: Difference): string {
  const told = after ?? before;
  const title = told?.kind === 'app' && told.title !== '' ? `${told.title} (${name})` : name;
  return visible(title === '' ? entry : title);
}

/** What an exception said, for those that have words. */
export function remarkOf({ before, after }: Difference): string {
  const told = after ?? before;
  return told?.kind === 'often' ? visible(told.text) : '';
}

export function placeOf({ node, entry }: Pick<Difference, 'entry' | 'node'>): string {
  return visible(node === '' ? entry : `${node}: ${entry}`);
}

export function gapWords({ why, detail }: Gap, { t }: Language): string {
  return `${t(`ui.compare.gap.${why}`)}${detail === '' ? '' : ` ${visible(detail)}`}`;
}

export function sideWords(side: Side, { t, format }: Language): readonly string[] {
  return [
    visible(side.product),
    format.date(side.startedAt),
    ...(side.nodes.length === 0
      ? []
      : [
          t('ui.compare.nodes', {
            count: side.nodes.length,
            names: visible(side.nodes.slice(0, 9).join(', ')),
          }),
        ]),
    side.hours === undefined
      ? t('ui.compare.hours.none')
      : side.hours < 2
        ? t('ui.compare.hours.short', { time: format.duration(side.hours * 3_600_000) })
        : t('ui.compare.hours', { hours: Math.round(side.hours) }),
  ];
}
