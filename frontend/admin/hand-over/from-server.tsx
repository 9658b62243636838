import Button from '@atlaskit/button/new';
import { useEffect } from 'react';
import { useLanguage } from '../language';
import { ProblemMessage } from '../problems';
import { useFocus } from '../use-focus';
import { useStore } from '../use-store';
import { Fields } from './fields';
import { Note } from './note';
import type { HandOver, HandOverState } from './store';

interface Props {
  readonly store: HandOver;
  readonly name: string;
}

/** A ZIP of the server, which encrypts and cuts it while it is downloaded. */
export function FromServer({ store, name }: Props) {
  const { t } = useLanguage();
  const state = useStore(store.state);
  useEffect(() => void store.begin(), [store]);
  return (
    <>
      <form
        className="hearth-hand-over"
        onSubmit={(event) => {
          event.preventDefault();
          void store.prepare();
        }}
      >
        <Fields
          {...state}
          onEdit={(part) => {
            store.edit(part);
          }}
        />
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
    </>
  );
}

interface FilesProps {
  readonly name: string;
  readonly ready: NonNullable<HandOverState['ready']>;
}

function Files({ name, ready }: FilesProps) {
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
      <Note name={name} note={ready.note} />
    </>
  );
}
