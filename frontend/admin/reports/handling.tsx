import Button from '@atlaskit/button/new';
import Modal, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { RadioGroup } from '@atlaskit/radio';
import SectionMessage from '@atlaskit/section-message';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { useLanguage } from '../language';
import { STATES } from './contract';
import type { Opened, ReportStore } from './report-store';

interface Props {
  readonly store: ReportStore;
  readonly state: Opened;
}

export function HandlingPart({ store, state, onGone }: Props & { readonly onGone: () => void }) {
  const { t, format } = useLanguage();
  const { handling } = state.report;
  const [deleting, setDeleting] = useState(false);
  return (
    <section aria-labelledby="hearth-report-state" className="hearth-report-part">
      <h3 id="hearth-report-state" className="hearth-heading">
        {t('ui.reports.state')}
      </h3>
      <RadioGroup
        labelId="hearth-report-state"
        name="state"
        value={handling.state}
        isDisabled={state.saving === 'saving'}
        options={STATES.map((value) => ({
          name: 'state',
          value,
          label: t(`ui.reports.state.${value}`),
        }))}
        onChange={(event) => {
          const chosen = STATES.find((one) => one === event.currentTarget.value);
          if (chosen !== undefined) {
            void store.save(chosen);
          }
        }}
      />
      {handling.changedAt === undefined ? null : (
        <p className="hearth-quiet">
          {t('ui.reports.changed', { who: handling.by, when: format.date(handling.changedAt) })}
        </p>
      )}
      <Notes store={store} state={state} />
      <div className="hearth-inline">
        <Button
          isDisabled={!store.changed()}
          isLoading={state.saving === 'saving'}
          onClick={() => void store.save()}
        >
          {t('ui.reports.save')}
        </Button>
        <Button
          appearance="subtle"
          onClick={() => {
            setDeleting(true);
          }}
        >
          {t('ui.reports.delete')}
        </Button>
        <span role="status" className="hearth-quiet">
          {state.saving === 'saved' ? t('ui.reports.saved') : ''}
        </span>
      </div>
      {state.saving === 'conflict' ? <Conflict store={store} /> : null}
      <ModalTransition>
        {deleting ? (
          <Sure
            onClose={() => {
              setDeleting(false);
            }}
            onDo={() => {
              setDeleting(false);
              void store.remove().then((gone) => {
                if (gone) {
                  onGone();
                }
              });
            }}
          />
        ) : null}
      </ModalTransition>
    </section>
  );
}

function Notes({ store, state }: Props) {
  const { t } = useLanguage();
  return (
    <div className="hearth-field hearth-report-notes">
      <label htmlFor="hearth-report-notes">{t('ui.reports.notes')}</label>
      <TextArea
        id="hearth-report-notes"
        resize="vertical"
        minimumRows={3}
        maxLength={4000}
        value={state.draft.notes}
        aria-describedby="hearth-report-notes-help"
        onChange={(event) => {
          store.edit({ notes: event.currentTarget.value });
        }}
      />
      <p id="hearth-report-notes-help" className="hearth-quiet">
        {t('ui.reports.notes.help')}
      </p>
    </div>
  );
}

function Conflict({ store }: { readonly store: ReportStore }) {
  const { t } = useLanguage();
  return (
    <div role="alert" className="hearth-message">
      <SectionMessage appearance="warning" title={t('ui.reports.conflict.title')}>
        <div>{t('ui.reports.conflict.body')}</div>
        <div className="hearth-message-action">
          <Button onClick={() => void store.takeOther()}>{t('ui.reports.conflict.do')}</Button>
        </div>
      </SectionMessage>
    </div>
  );
}

function Sure({ onClose, onDo }: { readonly onClose: () => void; readonly onDo: () => void }) {
  const { t } = useLanguage();
  return (
    <Modal width="small" onClose={onClose}>
      <ModalHeader>
        <ModalTitle appearance="danger">{t('ui.reports.delete.title')}</ModalTitle>
      </ModalHeader>
      <ModalBody>{t('ui.reports.delete.body')}</ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          {t('ui.errors.cancel')}
        </Button>
        <Button appearance="danger" onClick={onDo}>
          {t('ui.reports.delete')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
