import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { useState } from 'react';
import { useLanguage } from '../language';
import { useStore } from '../use-store';
import type { Actions } from './actions-store';
import type { Status } from './contract';
import { Dialog, type Asking } from './dialogs';

interface Props {
  readonly actions: Actions;
  readonly ids: readonly string[];
  readonly statuses: readonly Status[];
  readonly release: string;
  /** Called when the groups are no longer what they were: deleted, or merged into one. */
  readonly onGone: (merged: string | undefined) => void;
  readonly onDone?: () => void;
}

/** What can be done with one group, or with the chosen ones. */
export function GroupActions({ actions, ids, statuses, release, onGone, onDone }: Props) {
  const { t } = useLanguage();
  const { busy } = useStore(actions.state);
  const [asking, setAsking] = useState<Asking>();
  const close = (): void => {
    setAsking(undefined);
  };
  const change = async (to: Parameters<Actions['change']>[1]): Promise<void> => {
    close();
    if (await actions.change(ids, to)) {
      onDone?.();
    }
  };
  const ask = (what: Asking) => () => {
    setAsking(what);
  };
  const decided = statuses.some((one) => one === 'resolved' || one === 'ignored');
  const undecided = statuses.some((one) => one !== 'resolved');
  return (
    <>
      <div className="hearth-buttons">
        {undecided ? (
          <>
            <Button isDisabled={busy} onClick={() => void change({ status: 'resolved' })}>
              {t('ui.errors.resolve')}
            </Button>
            <Button isDisabled={busy} onClick={ask('resolve')}>
              {t('ui.errors.resolve.in')}
            </Button>
          </>
        ) : null}
        <Button isDisabled={busy} onClick={ask('ignore')}>
          {t('ui.errors.ignore')}
        </Button>
        {decided ? (
          <Button isDisabled={busy} onClick={() => void change({ status: 'open' })}>
            {t('ui.errors.reopen')}
          </Button>
        ) : null}
        {ids.length > 1 ? (
          <Button isDisabled={busy} onClick={ask('merge')}>
            {t('ui.errors.merge')}
          </Button>
        ) : null}
        <Button isDisabled={busy} appearance="subtle" onClick={ask('delete')}>
          {t('ui.errors.delete')}
        </Button>
      </div>
      <ModalTransition>
        {asking === undefined ? null : (
          <Dialog
            asking={asking}
            count={ids.length}
            release={release}
            onClose={close}
            onChange={(to) => void change(to)}
            onDelete={() => {
              close();
              void actions.remove(ids).then((gone) => {
                if (gone) {
                  onGone(undefined);
                }
              });
            }}
            onMerge={() => {
              close();
              void actions.merge(ids).then((merged) => {
                if (merged !== undefined) {
                  onGone(merged.id);
                }
              });
            }}
          />
        )}
      </ModalTransition>
    </>
  );
}
