import Lozenge from '@atlaskit/lozenge';
import { useLanguage } from '../language';
import type { Frame, Original, Sample, Thrown } from './contract';

/** The chain of exceptions of a sample, each with its calls. */
export function Stack({ sample }: { readonly sample: Sample }) {
  const { t } = useLanguage();
  if (sample.exceptions.length === 0) {
    return <p className="hearth-value">{sample.message ?? t('ui.errors.stack.none')}</p>;
  }
  return (
    <>
      {sample.exceptions.map((thrown, index) => (
        <section key={index} className="hearth-thrown" aria-label={thrown.type}>
          {index === 0 ? null : <p className="hearth-quiet">{t('ui.errors.stack.cause')}</p>}
          <p className="hearth-value">
            <strong>{thrown.type}</strong> {thrown.value}{' '}
            <Lozenge>
              {t(thrown.handled ? 'ui.errors.stack.handled' : 'ui.errors.stack.unhandled')}
            </Lozenge>
          </p>
          <Calls thrown={thrown} />
        </section>
      ))}
    </>
  );
}

/** Calls of apps stand open; those of the product and of libraries between them are folded. */
function Calls({ thrown }: { readonly thrown: Thrown }) {
  const { t } = useLanguage();
  if (thrown.frames.length === 0) {
    return <p className="hearth-quiet">{t('ui.errors.stack.none')}</p>;
  }
  const nobodys = !thrown.frames.some(({ inApp }) => inApp);
  return (
    <ol className="hearth-calls">
      {runsOf(thrown.frames).map(({ frames, inApp }, index) =>
        inApp || nobodys ? (
          frames.map((frame, at) => <Call key={`${String(index)}.${String(at)}`} frame={frame} />)
        ) : (
          <li key={index} className="hearth-calls-fold">
            <details className="hearth-fold">
              <summary>{t('ui.errors.stack.others', { count: frames.length })}</summary>
              <ol className="hearth-calls">
                {frames.map((frame, at) => (
                  <Call key={at} frame={frame} />
                ))}
              </ol>
            </details>
          </li>
        ),
      )}
    </ol>
  );
}

interface Run {
  readonly inApp: boolean;
  readonly frames: readonly Frame[];
}

/** Neighbours of one kind, in order. */
export function runsOf(frames: readonly Frame[]): readonly Run[] {
  const runs: { inApp: boolean; frames: Frame[] }[] = [];
  for (const frame of frames) {
    const last = runs.at(-1);
    if (last?.inApp === frame.inApp) {
      last.frames.push(frame);
    } else {
      runs.push({ inApp: frame.inApp, frames: [frame] });
    }
  }
  return runs;
}

const place = (file: string, line: number, column?: number): string =>
  [file, line === 0 ? '' : String(line), column === undefined || line === 0 ? '' : String(column)]
    .filter((part) => part !== '')
    .join(':');

function Call({ frame }: { readonly frame: Frame }) {
  const { t } = useLanguage();
  const { original } = frame;
  const name = original?.function ?? frame.function;
  const minified = place(frame.file, frame.line, frame.column);
  return (
    <li className="hearth-call">
      <p>
        <code className="hearth-function">
          {name === '' ? t('ui.errors.stack.anonymous') : name}
        </code>{' '}
        {t('ui.errors.stack.in')}{' '}
        <code>{original === undefined ? minified : place(original.file, original.line)}</code>
        {frame.module === undefined ? null : (
          <span className="hearth-quiet hearth-module"> {frame.module}</span>
        )}
      </p>
      {original?.context === undefined ? null : <Source original={original} />}
      {original === undefined ? null : (
        <p className="hearth-quiet hearth-minified">
          {t('ui.errors.stack.minified', { place: minified })}
        </p>
      )}
    </li>
  );
}

/** The lines around the one that failed. */
function Source({ original }: { readonly original: Original }) {
  const { t } = useLanguage();
  const { context = [], contextLine = original.line } = original;
  return (
    <div
      className="hearth-source"
      role="group"
      aria-label={t('ui.errors.stack.source', { place: place(original.file, original.line) })}
    >
      {context.map((line, index) => {
        const number = contextLine + index;
        return (
          <div
            key={number}
            className={`hearth-source-line${number === original.line ? ' hearth-source-here' : ''}`}
          >
            <span className="hearth-source-number">{number}</span>
            <code>{line === '' ? ' ' : line}</code>
          </div>
        );
      })}
    </div>
  );
}
