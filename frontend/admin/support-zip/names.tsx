import Checkbox from '@atlaskit/checkbox';
import { useLanguage } from '../language';
import type { Choosing } from './page-state';
import type { SupportZipPage } from './page-store';

interface Props {
  readonly page: SupportZipPage;
  readonly state: Choosing;
}

/** Where names of people are learned from, beside the files themselves. */
export function NamesSection({ page, state }: Props) {
  const { t } = useLanguage();
  const { directory } = state.choice;
  return (
    <details className="hearth-limits">
      <summary>
        <span className="hearth-heading">{t('ui.names.heading')}</span>
        <span className="hearth-quiet">
          {t(directory ? 'ui.names.summary.directory' : 'ui.names.summary.files')}
        </span>
      </summary>
      <div className="hearth-section hearth-case">
        <Checkbox
          label={t('ui.names.directory')}
          isChecked={directory}
          aria-describedby="hearth-names-directory"
          onChange={(event) => {
            page.chooseDirectory(event.currentTarget.checked);
          }}
        />
        <p id="hearth-names-directory" className="hearth-card-words hearth-quiet">
          {t('ui.names.directory.help')}
        </p>
      </div>
    </details>
  );
}
