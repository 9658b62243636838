import Button from '@atlaskit/button/new';
import Modal, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { useState, type ReactNode } from 'react';
import { useLanguage } from '../language';
import './hand-over.css';

interface Props {
  readonly name: string;
  /** What the dialog holds, made anew each time it opens. */
  readonly begin: () => ReactNode;
  readonly isDisabled?: boolean;
}

/** Opens the dialog in which a ZIP is made ready for whoever receives it. */
export function HandOverButton({ name, begin, isDisabled = false }: Props) {
  const { t } = useLanguage();
  const [body, setBody] = useState<ReactNode>();
  const label = t('ui.handover');
  const close = (): void => {
    setBody(undefined);
  };
  return (
    <>
      <Button
        aria-haspopup="dialog"
        aria-label={`${label}: ${name}`}
        isDisabled={isDisabled}
        onClick={() => {
          setBody(begin());
        }}
      >
        {label}
      </Button>
      <ModalTransition>
        {body === undefined ? null : (
          <Modal width="medium" onClose={close}>
            <ModalHeader>
              <ModalTitle>{t('ui.handover.title', { name })}</ModalTitle>
            </ModalHeader>
            <ModalBody>
              <div className="hearth-hand-over">
                <p>{t('ui.handover.lead')}</p>
                {body}
              </div>
            </ModalBody>
            <ModalFooter>
              <Button appearance="subtle" onClick={close}>
                {t('ui.handover.close')}
              </Button>
            </ModalFooter>
          </Modal>
        )}
      </ModalTransition>
    </>
  );
}
