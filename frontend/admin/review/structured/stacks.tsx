import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { EqualStacks } from '../../../shared/threads';
import { useLanguage } from '../../language';
import { visible } from '../tree-view';

const STEP = 50;

interface Props {
  readonly stacks: readonly EqualStacks[];
  readonly filter: string;
  /** Said where there is none. */
  readonly empty: string;
}

/** Threads that do the same, once; their stack opens below them. */
export function Stacks({ stacks, filter, empty }: Props) {
  const { t } = useLanguage();
  const [most, setMost] = useState(STEP);
  const wanted = filter.toLowerCase();
  const fitting = stacks.filter(({ state, frames, names }) =>
    [state, ...frames, ...names].some((one) => one.toLowerCase().includes(wanted)),
  );
  if (fitting.length === 0) {
    return <p>{empty}</p>;
  }
  return (
    <div className="hearth-stacks">
      {fitting.slice(0, most).map((stack) => (
        <Stack key={`${stack.state}\n${stack.frames.join('\n')}`} stack={stack} />
      ))}
      {fitting.length > most ? (
        <Button
          spacing="compact"
          onClick={() => {
            setMost(most + STEP);
          }}
        >
          {t('ui.review.json.more', { count: fitting.length - most })}
        </Button>
      ) : null}
    </div>
  );
}

function Stack({ stack: { state, frames, names } }: { readonly stack: EqualStacks }) {
  const { t } = useLanguage();
  return (
    <details>
      <summary>
        <strong>{t('ui.review.threads.times', { count: names.length })}</strong>{' '}
        <span className={`hearth-thread-state hearth-thread-${state.toLowerCase()}`}>{state}</span>{' '}
        <code>{visible(frames[0] ?? '')}</code>
      </summary>
      <p>{names.map(visible).join(', ')}</p>
      <pre>{frames.map(visible).join('\n')}</pre>
    </details>
  );
}
