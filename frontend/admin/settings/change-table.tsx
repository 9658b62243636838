import { useLanguage } from '../language';
import type { Change } from './contract';
import { isSection } from './places';

interface Props {
  readonly label: string;
  readonly changes: readonly Change[];
}

/** Settings as they are and as they would be. */
export function ChangeTable({ label, changes }: Props) {
  const { t } = useLanguage();
  return (
    <table className="hearth-table hearth-settings-changes" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('ui.settings.table.setting')}</th>
          <th scope="col">{t('ui.settings.table.before')}</th>
          <th scope="col">{t('ui.settings.table.now')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((one) => (
          <tr key={`${one.section}.${one.name}`}>
            <th scope="row">
              <span className="hearth-quiet">
                {isSection(one.section) ? t(`ui.settings.section.${one.section}`) : one.section}
              </span>
              <span>{one.title}</span>
            </th>
            <td data-label={t('ui.settings.table.before')}>{one.before}</td>
            <td data-label={t('ui.settings.table.now')}>{one.now}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
