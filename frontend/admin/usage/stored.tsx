import Button from '@atlaskit/button/new';
import { useLanguage } from '../language';
import { Json } from './consent';
import type { Ready, UsageStore } from './usage-store';

/** What exactly lies on the disk, byte by byte. */
export function StoredPanel({
  store,
  state,
}: {
  readonly store: UsageStore;
  readonly state: Ready;
}) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="hearth-usage-stored" className="hearth-field">
      <h2 id="hearth-usage-stored" className="hearth-heading">
        {t('ui.usage.stored.heading')}
      </h2>
      <p className="hearth-quiet">{t('ui.usage.stored.help')}</p>
      {state.stored.length === 0 ? <p>{t('ui.usage.stored.none')}</p> : null}
      <ul className="hearth-usage-files">
        {state.stored.map((name) => (
          <li key={name}>
            <Button
              appearance="subtle"
              isSelected={state.file?.name === name}
              onClick={() => void store.look(name)}
            >
              {name}
            </Button>
          </li>
        ))}
      </ul>
      {state.file === undefined ? null : (
        <Json text={state.file.text} label={t('ui.usage.stored.file', { name: state.file.name })} />
      )}
    </section>
  );
}
