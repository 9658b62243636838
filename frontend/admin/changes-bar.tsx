import Button from '@atlaskit/button/new';
import { useLanguage } from './language';

interface Props {
  /** What the changes do before they are saved, where that needs words. */
  readonly help?: string;
  readonly saving: boolean;
  readonly onDiscard: () => void;
  readonly onSave: () => void;
}

/** Settings on the screen differ from those on the server: keep them or let them go. */
export function ChangesBar({ help, saving, onDiscard, onSave }: Props) {
  const { t } = useLanguage();
  return (
    <div className="hearth-total" role="group" aria-label={t('ui.redaction.changes')}>
      <div className="hearth-total-words">
        <strong>{t('ui.redaction.changes')}</strong>
        {help === undefined ? null : <span>{help}</span>}
      </div>
      <div className="hearth-buttons">
        <Button appearance="subtle" isDisabled={saving} onClick={onDiscard}>
          {t('ui.redaction.discard')}
        </Button>
        <Button appearance="primary" isLoading={saving} onClick={onSave}>
          {t('ui.redaction.save')}
        </Button>
      </div>
    </div>
  );
}
