import SectionMessage from '@atlaskit/section-message';
import type { Failure } from '../../shared/review';
import { useLanguage } from '../language';
import { useFocus } from '../use-focus';

interface Props {
  readonly failure: Failure;
  readonly name: string;
  readonly focus?: boolean;
}

/** Why something of a ZIP is not shown, and what to do. */
export function FailureMessage({ failure, name, focus = false }: Props) {
  const { t } = useLanguage();
  const place = useFocus<HTMLDivElement>(focus);
  return (
    <div ref={place} tabIndex={-1} role="alert" className="hearth-message">
      <SectionMessage appearance="warning" title={t('ui.review.failure.title', { name })}>
        <p>{t(`ui.review.failure.${failure.kind}`)}</p>
        {failure.detail === '' ? null : (
          <p className="hearth-quiet">
            <code>{failure.detail}</code>
          </p>
        )}
      </SectionMessage>
    </div>
  );
}
