import Button from '@atlaskit/button/new';
import Modal, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { useLanguage } from '../language';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import type { Receipt } from './contract';
import type { Deleting, KeptStore } from './kept-store';
import { save } from './save';

/** What will go, a confirmation, and the receipt. */
export function DeletionDialog({ store }: { readonly store: KeptStore }) {
  const { deleting } = useStore(store.state);
  const close = () => {
    store.closeDeletion();
  };
  return (
    <ModalTransition>
      {deleting.phase === 'asked' || deleting.phase === 'deleting' ? (
        <Ask deleting={deleting} onClose={close} onDelete={() => void store.delete()} />
      ) : null}
      {deleting.phase === 'done' ? <Done receipt={deleting.receipt} onClose={close} /> : null}
    </ModalTransition>
  );
}

interface AskProps {
  readonly deleting: Extract<Deleting, { readonly phase: 'asked' | 'deleting' }>;
  readonly onClose: () => void;
  readonly onDelete: () => void;
}

function Ask({ deleting, onClose, onDelete }: AskProps) {
  const { t, format } = useLanguage();
  const { check, wanted, problem } = deleting;
  const rows = check.kinds.filter((one) => (one.holdings.records ?? 0) > 0);
  return (
    <Modal width="medium" onClose={onClose}>
      <ModalHeader>
        <ModalTitle appearance="danger">
          {wanted.before === undefined
            ? t('ui.privacy.sure.title')
            : t('ui.privacy.sure.before', { before: format.date(wanted.before) })}
        </ModalTitle>
      </ModalHeader>
      <ModalBody>
        {problem === undefined ? null : <ProblemMessage notice={problem} focus />}
        {rows.length === 0 ? (
          <p>{t('ui.privacy.sure.none')}</p>
        ) : (
          <table className="hearth-table">
            <thead>
              <tr>
                <th scope="col">{t('ui.privacy.sure.kind')}</th>
                <th scope="col" className="hearth-number">
                  {t('ui.privacy.sure.records')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((one) => (
                <tr key={one.id}>
                  <td>{one.title}</td>
                  <td className="hearth-number">{format.count(one.holdings.records ?? 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p className="hearth-privacy-after">{t('ui.privacy.sure.body')}</p>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          {t('ui.privacy.sure.keep')}
        </Button>
        <Button
          appearance="danger"
          isLoading={deleting.phase === 'deleting' && problem === undefined}
          onClick={onDelete}
        >
          {t('ui.privacy.sure.do')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function Done({ receipt, onClose }: { readonly receipt: Receipt; readonly onClose: () => void }) {
  const { t, format } = useLanguage();
  return (
    <Modal width="medium" onClose={onClose}>
      <ModalHeader>
        <ModalTitle>{t('ui.privacy.receipt.title')}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <p role="status">
          {receipt.waiting.length === 0
            ? t('ui.privacy.receipt.done', { at: format.date(receipt.at) })
            : t('ui.privacy.receipt.waiting', { nodes: receipt.waiting.join(', ') })}
        </p>
        <table className="hearth-table">
          <tbody>
            {receipt.kinds.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.title}</th>
                <td className="hearth-number">{format.count(one.records)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ModalBody>
      <ModalFooter>
        <Button
          onClick={() => {
            save(`hearth-deletion-${receipt.id}.json`, receipt);
          }}
        >
          {t('ui.privacy.receipt.save')}
        </Button>
        <Button appearance="primary" onClick={onClose}>
          {t('ui.privacy.receipt.close')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
