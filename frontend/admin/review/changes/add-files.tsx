import Button from '@atlaskit/button/new';
import Modal, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import TextArea from '@atlaskit/textarea';
import { useId, useRef, useState } from 'react';
import { useLanguage } from '../../language';
import type { Changes } from './changes-store';

interface Props {
  readonly changes: Changes;
  readonly busy: boolean;
}

/** A screenshot, a HAR or a note goes into the ZIP beside what was collected. */
export function AddFiles({ changes, busy }: Props) {
  const { t } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [writing, setWriting] = useState(false);
  const take = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      await changes.add(file.name, file, false);
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        accept=".har,.txt,.log,.md,.json,.xml,.csv,image/png,image/jpeg,image/gif,image/webp"
        className="hearth-hidden"
        tabIndex={-1}
        aria-hidden="true"
        data-adds
        onChange={(event) => {
          void take([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <Button isDisabled={busy} onClick={() => input.current?.click()}>
        {t('ui.review.change.add')}
      </Button>
      <Button
        isDisabled={busy}
        onClick={() => {
          setWriting(true);
        }}
      >
        {t('ui.review.change.note')}
      </Button>
      <ModalTransition>
        {writing ? (
          <NoteDialog
            changes={changes}
            onClose={() => {
              setWriting(false);
            }}
          />
        ) : null}
      </ModalTransition>
    </>
  );
}

const LONGEST_NOTE = 100_000;

function NoteDialog({
  changes,
  onClose,
}: {
  readonly changes: Changes;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const id = useId();
  const [text, setText] = useState('');
  return (
    <Modal onClose={onClose}>
      <ModalHeader>
        <ModalTitle>{t('ui.review.change.note')}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <label htmlFor={id}>{t('ui.review.change.note.label')}</label>
        <TextArea
          id={id}
          minimumRows={6}
          maxLength={LONGEST_NOTE}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        <p className="hearth-quiet">{t('ui.review.change.covers')}</p>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          {t('ui.review.change.not')}
        </Button>
        <Button
          appearance="primary"
          isDisabled={text.trim() === ''}
          onClick={() => {
            onClose();
            void changes.add('note.txt', new Blob([`${text.trimEnd()}\n`]), true);
          }}
        >
          {t('ui.review.change.note.go')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
