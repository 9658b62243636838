import Button from '@atlaskit/button/new';
import Modal, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import Select from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import { useLanguage } from '../language';
import { useStore } from '../use-store';
import type { Overview } from './contract';
import type { KeptStore, Looking } from './kept-store';

/** What is stored, byte by byte, as text: never as a page. */
export function RawDialog({
  store,
  overview,
}: {
  readonly store: KeptStore;
  readonly overview: Overview;
}) {
  const { looking } = useStore(store.state);
  return (
    <ModalTransition>
      {looking === undefined ? null : (
        <Raw
          looking={looking}
          title={overview.kinds.find(({ id }) => id === looking.kind)?.title ?? looking.kind}
          store={store}
        />
      )}
    </ModalTransition>
  );
}

interface Props {
  readonly looking: Looking;
  readonly title: string;
  readonly store: KeptStore;
}

function Raw({ looking, title, store }: Props) {
  const { t } = useLanguage();
  const { kind, names, shown } = looking;
  const options = names.map((name) => ({ value: name, label: name }));
  return (
    <Modal
      width="x-large"
      onClose={() => {
        store.lookAway();
      }}
    >
      <ModalHeader>
        <ModalTitle>{t('ui.privacy.raw.title', { kind: title })}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        {names.length === 0 ? (
          <p>{t('ui.privacy.raw.none')}</p>
        ) : (
          <div className="hearth-privacy-raw">
            <label htmlFor="hearth-raw-name">{t('ui.privacy.raw.file')}</label>
            <Select
              inputId="hearth-raw-name"
              options={options}
              value={options.find(({ value }) => value === shown?.name) ?? null}
              menuPosition="fixed"
              onChange={(chosen) => {
                if (chosen !== null) {
                  void store.show(kind, chosen.value);
                }
              }}
            />
            <TextArea
              aria-label={t('ui.privacy.raw.content')}
              isReadOnly
              isMonospaced
              minimumRows={18}
              resize="none"
              value={shown?.text ?? ''}
            />
            {shown?.cut === true ? <p className="hearth-quiet">{t('ui.privacy.raw.cut')}</p> : null}
          </div>
        )}
      </ModalBody>
      <ModalFooter>
        <Button
          appearance="primary"
          onClick={() => {
            store.lookAway();
          }}
        >
          {t('ui.privacy.receipt.close')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
