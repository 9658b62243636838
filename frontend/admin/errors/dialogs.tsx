import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { RadioGroup } from '@atlaskit/radio';
import Textfield from '@atlaskit/textfield';
import { useState, type ReactNode } from 'react';
import { useLanguage } from '../language';
import type { StateChange } from './contract';

export type Asking = 'delete' | 'ignore' | 'merge' | 'resolve';
type Change = Omit<StateChange, 'ids'>;

interface Props {
  readonly count: number;
  /** The newest release that is known, to start from. */
  readonly release: string;
  readonly onClose: () => void;
  readonly onChange: (change: Change) => void;
  readonly onDelete: () => void;
  readonly onMerge: () => void;
}

export function Dialog({ asking, ...props }: Props & { readonly asking: Asking }) {
  switch (asking) {
    case 'resolve':
      return <ResolveIn {...props} />;
    case 'ignore':
      return <Ignore {...props} />;
    case 'merge':
      return <Sure what="merge" appearance="primary" {...props} onDo={props.onMerge} />;
    case 'delete':
      return <Sure what="delete" appearance="danger" {...props} onDo={props.onDelete} />;
  }
}

interface FrameProps {
  readonly title: string;
  readonly action: string;
  readonly appearance: 'danger' | 'primary';
  readonly enabled?: boolean;
  readonly onClose: () => void;
  readonly onDo: () => void;
  readonly children: ReactNode;
}

function Frame({ title, action, appearance, enabled = true, onClose, onDo, children }: FrameProps) {
  const { t } = useLanguage();
  return (
    <Modal width="small" onClose={onClose}>
      <ModalHeader>
        <ModalTitle {...(appearance === 'danger' ? { appearance } : {})}>{title}</ModalTitle>
      </ModalHeader>
      <ModalBody>{children}</ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          {t('ui.errors.cancel')}
        </Button>
        <Button appearance={appearance} isDisabled={!enabled} onClick={onDo}>
          {action}
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function Sure({
  what,
  appearance,
  count,
  onClose,
  onDo,
}: Pick<Props, 'count' | 'onClose'> & {
  readonly what: 'delete' | 'merge';
  readonly appearance: 'danger' | 'primary';
  readonly onDo: () => void;
}) {
  const { t } = useLanguage();
  return (
    <Frame
      title={t(`ui.errors.${what}.title`, { count })}
      action={t(`ui.errors.${what}.do`)}
      appearance={appearance}
      onClose={onClose}
      onDo={onDo}
    >
      {t(`ui.errors.${what}.body`)}
    </Frame>
  );
}

function ResolveIn({ count, release, onClose, onChange }: Props) {
  const { t } = useLanguage();
  const [inRelease, setInRelease] = useState(release);
  const id = 'hearth-resolve-release';
  return (
    <Frame
      title={t('ui.errors.resolve.title', { count })}
      action={t('ui.errors.resolve.do')}
      appearance="primary"
      enabled={inRelease.trim() !== ''}
      onClose={onClose}
      onDo={() => {
        onChange({ status: 'resolved', inRelease: inRelease.trim() });
      }}
    >
      <div className="hearth-limit">
        <label htmlFor={id}>{t('ui.errors.resolve.release')}</label>
        <Textfield
          id={id}
          maxLength={80}
          value={inRelease}
          aria-describedby={`${id}-help`}
          onChange={(event) => {
            setInRelease(event.currentTarget.value);
          }}
        />
        <p id={`${id}-help`} className="hearth-quiet">
          {t('ui.errors.resolve.help')}
        </p>
      </div>
    </Frame>
  );
}

const HOURS = { day: 24, week: 24 * 7, month: 24 * 30 } as const;
const MORE = ['10', '100', '1000'] as const;
type Until = (typeof MORE)[number] | keyof typeof HOURS;
const UNTIL: readonly Until[] = ['day', 'week', 'month', ...MORE];

function Ignore({ count, onClose, onChange }: Props) {
  const { t } = useLanguage();
  const [until, setUntil] = useState<Until>('week');
  return (
    <Frame
      title={t('ui.errors.ignore.title', { count })}
      action={t('ui.errors.ignore.do')}
      appearance="primary"
      onClose={onClose}
      onDo={() => {
        onChange(ignoredUntil(until, Date.now()));
      }}
    >
      <RadioGroup
        aria-label={t('ui.errors.ignore.until')}
        name="until"
        value={until}
        options={UNTIL.map((value) => ({
          name: 'until',
          value,
          label:
            value in HOURS
              ? t(`ui.errors.ignore.${value as keyof typeof HOURS}`)
              : t('ui.errors.ignore.more', { count: Number(value) }),
        }))}
        onChange={(event) => {
          setUntil(UNTIL.find((one) => one === event.currentTarget.value) ?? 'week');
        }}
      />
    </Frame>
  );
}

export function ignoredUntil(until: Until, now: number): Change {
  const more = MORE.find((one) => one === until);
  return more === undefined
    ? {
        status: 'ignored',
        until: new Date(now + HOURS[until as keyof typeof HOURS] * 3_600_000).toISOString(),
      }
    : { status: 'ignored', untilMore: Number(more) };
}
