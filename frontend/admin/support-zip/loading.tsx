import Spinner from '@atlaskit/spinner';
import { useLanguage } from '../language';

const ROWS = [0, 1, 2, 3];

export function Loading() {
  const { t } = useLanguage();
  return (
    <div className="hearth-loading" aria-busy="true">
      <p className="hearth-loading-text">
        <Spinner size="small" />
        <span>{t('ui.zip.loading')}</span>
      </p>
      <div aria-hidden="true">
        {ROWS.map((row) => (
          <div key={row} className="hearth-bone" />
        ))}
      </div>
    </div>
  );
}
