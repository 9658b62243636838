import Button from '@atlaskit/button/new';
import Modal, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import { useLanguage } from '../language';
import { ProblemMessage } from '../problems';
import { saveFile } from '../save-file';
import { useFocus } from '../use-focus';
import { useStore } from '../use-store';
import type { HandOver, HandOverDraft, HandOverState } from './store';
import './hand-over.css';

interface Props {
  readonly name: string;
  readonly begin: () => HandOver;
}

/** Opens the dialog in which a ZIP of the server is made ready for whoever receives it. */
export function HandOverButton({ name, begin }: Props) {
  const { t } = useLanguage();
  const [store, setStore] = useState<HandOver>();
  const label = t('ui.handover');
  return (
    <>
      <Button
        aria-haspopup="dialog"
        aria-label={`${label}: ${name}`}
        onClick={() => {
          setStore(begin());
        }}
      >
        {label}
      </Button>
      <ModalTransition>
        {store === undefined ? null : (
          <Dialog
            store={store}
            name={name}
            onClose={() => {
              setStore(undefined);
            }}
          />
        )}
      </ModalTransition>
    </>
  );
}

interface DialogProps {
  readonly store: HandOver;
  readonly name: string;
  readonly onClose: () => void;
}

function Dialog({ store, name, onClose }: DialogProps) {
  const { t } = useLanguage();
  const state = useStore(store.state);
  return (
    <Modal width="medium" onClose={onClose}>
      <ModalHeader>
        <ModalTitle>{t('ui.handover.title', { name })}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <div className="hearth-hand-over">
          <p>{t('ui.handover.lead')}</p>
          <form
            className="hearth-hand-over"
            onSubmit={(event) => {
              event.preventDefault();
              void store.prepare();
            }}
          >
            <Field store={store} state={state} name="to" />
            <Field store={store} state={state} name="size" />
            <div>
              <Button type="submit" appearance="primary" isLoading={state.busy}>
                {t('ui.handover.prepare')}
              </Button>
            </div>
          </form>
          {state.problem === undefined ? null : (
            <ProblemMessage notice={state.problem} onRetry={() => void store.prepare()} focus />
          )}
          {state.ready === undefined ? null : <Files name={name} ready={state.ready} />}
        </div>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          {t('ui.handover.close')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}

interface FieldProps {
  readonly store: HandOver;
  readonly state: HandOverState;
  readonly name: keyof HandOverDraft;
}

function Field({ store, state, name }: FieldProps) {
  const { t } = useLanguage();
  const id = useId();
  const error = state.errors.find(({ field }) => field === name)?.message;
  return (
    <div>
      <label htmlFor={id}>{t(`ui.handover.${name}`)}</label>
      <Textfield
        id={id}
        autoComplete="off"
        spellCheck={false}
        maxLength={name === 'to' ? 80 : 12}
        inputMode={name === 'to' ? 'text' : 'decimal'}
        isInvalid={error !== undefined}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-help`}
        value={state.draft[name]}
        onChange={(event) => {
          store.edit({ [name]: event.currentTarget.value });
        }}
      />
      <p id={`${id}-help`} className={error === undefined ? 'hearth-quiet' : 'hearth-error'}>
        {error ?? t(`ui.handover.${name}.help`)}
      </p>
    </div>
  );
}

function Files({
  name,
  ready,
}: {
  readonly name: string;
  readonly ready: NonNullable<HandOverState['ready']>;
}) {
  const { t, format } = useLanguage();
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="hearth-heading">
        {t('ui.handover.files', { files: ready.files.length })}
      </h2>
      <ul className="hearth-hand-over-files">
        {ready.files.map((file) => (
          <li key={file.name}>
            <a href={file.url} download={file.name}>
              {file.name}
            </a>{' '}
            <span className="hearth-quiet">{format.bytes(file.bytes)}</span>
          </li>
        ))}
      </ul>
      <div>
        <p className="hearth-quiet">{t('ui.handover.note')}</p>
        <pre className="hearth-hand-over-note">{ready.note}</pre>
      </div>
      <div>
        <Button
          onClick={() => {
            saveFile(`${name}.txt`, new Blob([ready.note], { type: 'text/plain' }));
          }}
        >
          {t('ui.handover.note.save')}
        </Button>
      </div>
    </>
  );
}
