import type { NotCompared } from '../../../shared/comparison';
import { useLanguage } from '../../language';
import { gapWords, placeOf } from './words';

const MOST_ROWS = 200;

/** What at least one of the two ZIPs does not tell, and why. */
export function Gaps({ notCompared }: { readonly notCompared: readonly NotCompared[] }) {
  const language = useLanguage();
  const { t } = language;
  if (notCompared.length === 0) {
    return null;
  }
  return (
    <details className="hearth-compare-gaps">
      <summary>{t('ui.compare.gaps', { count: notCompared.length })}</summary>
      <ul>
        {notCompared.slice(0, MOST_ROWS).map((one, index) => (
          <li key={index}>
            <code>{placeOf(one)}</code>
            {one.before === undefined ? null : (
              <p>{t('ui.compare.gap.before', { why: gapWords(one.before, language) })}</p>
            )}
            {one.after === undefined ? null : (
              <p>{t('ui.compare.gap.after', { why: gapWords(one.after, language) })}</p>
            )}
          </li>
        ))}
      </ul>
      {notCompared.length > MOST_ROWS ? (
        <p>{t('ui.compare.gaps.more', { count: notCompared.length - MOST_ROWS })}</p>
      ) : null}
    </details>
  );
}
