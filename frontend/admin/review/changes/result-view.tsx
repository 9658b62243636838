import SectionMessage from '@atlaskit/section-message';
import type { Changed } from '../../../shared/review-changes';
import { useLanguage } from '../../language';
import { visible } from '../tree-view';
import type { Result } from './changes-store';
import { useKinds } from './item-view';

/** What was written, and what the search of the changed and the added texts found. */
export function ResultView({ result }: { readonly result: Result }) {
  const { t, format } = useLanguage();
  if (result.at === 'server') {
    const { id, fileName, bytes = 0 } = result.zip;
    return (
      <div role="status">
        <SectionMessage
          appearance="success"
          title={t('ui.review.change.done', { name: fileName, size: format.bytes(bytes) })}
        >
          <p>
            <a href={`review#/stored/${id}`}>{t('ui.review.change.made.review')}</a>
          </p>
          <p>
            <a href="support-zip">{t('ui.review.change.made.list')}</a>
          </p>
        </SectionMessage>
      </div>
    );
  }
  const { changed, name } = result;
  return (
    <div role="status">
      <SectionMessage
        appearance={changed.check.found === 0 ? 'success' : 'warning'}
        title={t('ui.review.change.done', { name, size: format.bytes(changed.size) })}
      >
        <p>
          {t('ui.review.change.done.body', {
            removed: changed.removed,
            changed: changed.changed.length,
            added: changed.added,
          })}
        </p>
        <Check changed={changed} />
      </SectionMessage>
    </div>
  );
}

const NAMED = 50;

/** What the search of the changed and the added texts found. */
export function Check({ changed: { check, found } }: { readonly changed: Changed }) {
  const { t } = useLanguage();
  if (check.entries === 0) {
    return null;
  }
  return (
    <>
      <p>{t('ui.review.change.check', check)}</p>
      {found.length === 0 ? null : (
        <ul className="hearth-fields">
          {found.slice(0, NAMED).map((one) => (
            <Found key={one.name} {...one} />
          ))}
        </ul>
      )}
      <p className="hearth-quiet">{t('ui.review.change.covers')}</p>
    </>
  );
}

function Found({ name, found }: Changed['found'][number]) {
  const kinds = useKinds(found);
  return (
    <li>
      {visible(name)}: {kinds}
    </li>
  );
}
