import Button, { LinkButton } from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import Modal, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import type { Translate } from '../../shared/i18n';
import { useLanguage } from '../language';
import { addressOf } from '../nav/pages';
import { ChangeTable } from './change-table';
import type { Section } from './contract';
import { isSection, PLACES } from './places';

/** A part that a newer server has is shown under its own name. */
export function titleOf(id: string, t: Translate): string {
  return isSection(id) ? t(`ui.settings.section.${id}`) : id;
}

interface Props {
  readonly section: Section;
  readonly contextPath: string;
  readonly busy: boolean;
  readonly onReset: () => void;
}

export function SectionCard({ section, contextPath, busy, onReset }: Props) {
  const { t } = useLanguage();
  const { id } = section;
  const title = titleOf(id, t);
  const heading = `hearth-settings-${id}`;
  return (
    <section aria-labelledby={heading} className="hearth-settings-section">
      <div className="hearth-settings-head">
        <h2 id={heading} className="hearth-heading">
          {title}
        </h2>
        <Mark section={section} />
      </div>
      {section.readable ? (
        <Values section={section} />
      ) : (
        <p className="hearth-error">{t('ui.settings.unreadable')}</p>
      )}
      <div className="hearth-buttons">
        {isSection(id) ? (
          <LinkButton
            href={addressOf(contextPath, PLACES[id].page, PLACES[id].place)}
            aria-label={t(section.byHand ? 'ui.settings.look.of' : 'ui.settings.change.of', {
              section: title,
            })}
          >
            {t(section.byHand ? 'ui.settings.look' : 'ui.settings.change')}
          </LinkButton>
        ) : null}
        {section.differs && !section.byHand ? (
          <Button
            appearance="subtle"
            isDisabled={busy}
            aria-label={t('ui.settings.reset.of', { section: title })}
            onClick={onReset}
          >
            {t('ui.settings.reset')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function Mark({ section }: { readonly section: Section }) {
  const { t } = useLanguage();
  if (section.byHand) {
    return <Lozenge>{t('ui.settings.by-hand')}</Lozenge>;
  }
  return section.differs ? (
    <Lozenge appearance="inprogress">{t('ui.settings.differs')}</Lozenge>
  ) : (
    <Lozenge>{t('ui.settings.standard')}</Lozenge>
  );
}

function Values({ section }: { readonly section: Section }) {
  const { t } = useLanguage();
  if (section.settings.length === 0) {
    return <p className="hearth-quiet">{t('ui.settings.none')}</p>;
  }
  return (
    <dl className="hearth-settings-values">
      {section.settings.map((one) => (
        <div key={one.name}>
          <dt>{one.title}</dt>
          <dd>
            <span className={one.differs ? 'hearth-settings-differs' : ''}>{one.now}</span>
            {one.differs ? (
              <span className="hearth-quiet hearth-settings-standard">
                {t('ui.settings.standard.is', { value: one.standard ?? '' })}
              </span>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface ResetProps {
  readonly section: Section | undefined;
  readonly onClose: () => void;
  readonly onReset: (id: string) => void;
}

export function ResetDialog({ section, onClose, onReset }: ResetProps) {
  const { t } = useLanguage();
  return (
    <ModalTransition>
      {section === undefined ? null : (
        <Modal width="medium" onClose={onClose}>
          <ModalHeader>
            <ModalTitle appearance="warning">
              {t('ui.settings.sure.title', { section: titleOf(section.id, t) })}
            </ModalTitle>
          </ModalHeader>
          <ModalBody>
            <p>{t('ui.settings.sure.body')}</p>
            <ChangeTable
              label={t('ui.settings.sure.table')}
              changes={section.settings
                .filter((one) => one.differs)
                .map(({ name, title, now, standard }) => ({
                  section: section.id,
                  name,
                  title,
                  before: now,
                  now: standard ?? '',
                }))}
            />
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={onClose}>
              {t('ui.settings.sure.keep')}
            </Button>
            <Button
              appearance="warning"
              onClick={() => {
                onReset(section.id);
              }}
            >
              {t('ui.settings.reset')}
            </Button>
          </ModalFooter>
        </Modal>
      )}
    </ModalTransition>
  );
}
