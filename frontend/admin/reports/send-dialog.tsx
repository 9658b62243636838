import Button from '@atlaskit/button/new';
import Modal, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { useLanguage } from '../language';
import type { Report } from './contract';
import type { Asking, SendingState, SendingStore } from './sending-store';

interface Props {
  readonly sending: SendingStore;
  readonly state: SendingState;
  readonly report: Report;
}

/** Lists all that would leave the server, and where to; nothing does before the button is pressed. */
export function SendDialog({ sending, state, report }: Props) {
  const { t } = useLanguage();
  const { asking } = state;
  return (
    <ModalTransition>
      {asking.phase === 'ready' ? (
        <Modal
          width="large"
          onClose={() => {
            sending.leave();
          }}
        >
          <ModalHeader>
            <ModalTitle>{t('ui.send.title', { host: asking.to.host })}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <Goes asking={asking} report={report} />
          </ModalBody>
          <ModalFooter>
            <Button
              appearance="subtle"
              onClick={() => {
                sending.leave();
              }}
            >
              {t('ui.errors.cancel')}
            </Button>
            <Button appearance="primary" isLoading={state.busy} onClick={() => void sending.send()}>
              {t('ui.send.do')}
            </Button>
          </ModalFooter>
        </Modal>
      ) : null}
    </ModalTransition>
  );
}

interface GoesProps {
  readonly asking: Extract<Asking, { readonly phase: 'ready' }>;
  readonly report: Report;
}

function Goes({ asking, report }: GoesProps) {
  const { t, format } = useLanguage();
  const { contents, to, zip } = asking;
  const files = [
    ...contents.files,
    ...(zip === undefined ? [] : [{ name: zip.name, bytes: zip.size }]),
  ];
  return (
    <div className="hearth-send-goes">
      <p>{t('ui.send.lead', { address: to.address })}</p>
      <p>
        {report.email === undefined
          ? t('ui.send.from.nobody')
          : t('ui.send.from', { email: report.email })}
      </p>
      <table className="hearth-send-files">
        <caption>{t('ui.send.files')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ui.send.file')}</th>
            <th scope="col">{t('ui.send.size')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ name, bytes }) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{format.bytes(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <p className="hearth-quiet">{t('ui.send.text')}</p>
        <pre className="hearth-send-answer">{contents.text}</pre>
      </div>
    </div>
  );
}
