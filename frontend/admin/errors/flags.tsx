import Button from '@atlaskit/button/new';
import { useEffect } from 'react';
import { useLanguage } from '../language';
import { useStore } from '../use-store';
import type { Actions, Flag } from './actions-store';

/** Long enough to read and to think better of it. */
const SHOWN = 12_000;

/** What was just done, at the foot of the window, with the way back. */
export function Flags({ actions }: { readonly actions: Actions }) {
  const { flags } = useStore(actions.state);
  return (
    <div className="hearth-flags" role="status">
      {flags.map((flag) => (
        <OneFlag key={flag.id} flag={flag} actions={actions} />
      ))}
    </div>
  );
}

function OneFlag({ flag, actions }: { readonly flag: Flag; readonly actions: Actions }) {
  const { t } = useLanguage();
  useEffect(() => {
    const timer = window.setTimeout(() => {
      actions.dismiss(flag.id);
    }, SHOWN);
    return () => {
      window.clearTimeout(timer);
    };
  }, [actions, flag.id]);
  return (
    <div className="hearth-flag">
      <span>{t(`ui.errors.done.${flag.done}`, { count: flag.count })}</span>
      <span className="hearth-buttons">
        {flag.before === undefined ? null : (
          <Button spacing="compact" onClick={() => void actions.undo(flag)}>
            {t('ui.errors.undo')}
          </Button>
        )}
        <Button
          spacing="compact"
          appearance="subtle"
          onClick={() => {
            actions.dismiss(flag.id);
          }}
        >
          {t('ui.errors.dismiss')}
        </Button>
      </span>
    </div>
  );
}
