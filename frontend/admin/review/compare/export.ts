import { sectionOf, SECTIONS, type Comparison } from '../../../shared/comparison';
import { countOf } from './compare-store';
import { gapWords, placeOf, remarkOf, sideWords, titleOf, toldWords, type Language } from './words';

/** For programs: all that differs or cannot be told, and how much is the same. */
export function jsonOf(comparison: Comparison, names: Names): string {
  const { before, after, differences, notCompared, leftOut } = comparison;
  return JSON.stringify(
    {
      ...{ format: 'hearth-comparison', formatVersion: 1 },
      before: { file: names.before, ...before },
      after: { file: names.after, ...after },
      differences: differences.filter(({ turn }) => turn !== 'same'),
      same: countOf(comparison, 'same'),
      ...{ notCompared, leftOut },
    },
    undefined,
    2,
  );
}

export interface Names {
  readonly before: string;
  readonly after: string;
}

/** For people: what the page shows, without what is the same. */
export function textOf(comparison: Comparison, names: Names, language: Language): string {
  const { t } = language;
  const { before, after, differences, notCompared } = comparison;
  const lines = [
    `${t('ui.compare.before')}: ${[names.before, ...sideWords(before, language)].join(', ')}`,
    `${t('ui.compare.after')}: ${[names.after, ...sideWords(after, language)].join(', ')}`,
  ];
  for (const section of SECTIONS) {
    const rows = differences.filter((one) => sectionOf(one) === section);
    if (section === 'same' || rows.length === 0) {
      continue;
    }
    lines.push('', t(`ui.compare.section.${section}`, { count: rows.length }));
    for (const row of rows) {
      const remark = remarkOf(row);
      lines.push(
        `- [${t(`ui.compare.turn.${row.turn}`)}] ${titleOf(row)} (${placeOf(row)})`,
        ...(remark === '' ? [] : [`  ${remark}`]),
        `  ${toldWords(row.before, language)} → ${toldWords(row.after, language)}`,
      );
    }
  }
  if (notCompared.length > 0) {
    lines.push('', t('ui.compare.gaps', { count: notCompared.length }));
    for (const one of notCompared) {
      const why = [
        ...(one.before === undefined
          ? []
          : [`${t('ui.compare.before')}: ${gapWords(one.before, language)}`]),
        ...(one.after === undefined
          ? []
          : [`${t('ui.compare.after')}: ${gapWords(one.after, language)}`]),
      ];
      lines.push(`- ${placeOf(one)}`, ...why.map((line) => `  ${line}`));
    }
  }
  lines.push('', t('ui.compare.same', { count: countOf(comparison, 'same') }), '');
  return lines.join('\n');
}
