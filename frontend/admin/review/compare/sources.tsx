import Button from '@atlaskit/button/new';
import { useRef } from 'react';
import { useLanguage } from '../../language';
import { ProblemMessage } from '../../problems';
import { useStore } from '../../use-store';
import { visible } from '../tree-view';
import type { Compare, Listed, StoredChoice } from './compare-store';

/** Where the other ZIP comes from: the disk, or the server. */
export function Sources({ compare }: { readonly compare: Compare }) {
  const { t } = useLanguage();
  const { stored } = useStore(compare.state);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <p className="hearth-quiet">{t('ui.compare.lead')}</p>
      <input
        ref={input}
        data-compares
        type="file"
        accept=".zip,application/zip"
        className="hearth-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) {
            void compare.with(file.name, file);
          }
        }}
      />
      <div className="hearth-review-actions">
        <Button onClick={() => input.current?.click()}>{t('ui.compare.choose')}</Button>
        {stored === 'not-asked' ? (
          <Button appearance="subtle" onClick={() => void compare.list()}>
            {t('ui.compare.stored')}
          </Button>
        ) : null}
      </div>
      <Stored stored={stored} compare={compare} />
    </>
  );
}

interface Props {
  readonly stored: Listed;
  readonly compare: Compare;
}

function Stored({ stored, compare }: Props) {
  const { t } = useLanguage();
  if (stored === 'not-asked') {
    return null;
  }
  if (stored === 'asked') {
    return <p role="status">{t('ui.compare.stored.asking')}</p>;
  }
  if (!stored.ok) {
    return <ProblemMessage notice={stored.problem} onRetry={() => void compare.list()} focus />;
  }
  return stored.value.length === 0 ? (
    <p role="status">{t('ui.compare.stored.none')}</p>
  ) : (
    <ul className="hearth-compare-stored" aria-label={t('ui.compare.stored.list')}>
      {stored.value.map((choice) => (
        <Choice key={choice.zip.url} choice={choice} compare={compare} />
      ))}
    </ul>
  );
}

function Choice({ choice, compare }: { readonly choice: StoredChoice; readonly compare: Compare }) {
  const { t, format } = useLanguage();
  const { name, createdAt, zip } = choice;
  return (
    <li>
      <div>
        <div>{visible(name)}</div>
        <div className="hearth-quiet">
          {[format.date(createdAt), format.bytes(zip.size)].join(' · ')}
        </div>
      </div>
      <Button
        spacing="compact"
        aria-label={t('ui.compare.with', { name })}
        onClick={() => void compare.with(name, zip)}
      >
        {t('ui.compare.compare')}
      </Button>
    </li>
  );
}
