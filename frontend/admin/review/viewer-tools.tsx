import Button from '@atlaskit/button/new';
import { Checkbox } from '@atlaskit/checkbox';
import Textfield from '@atlaskit/textfield';
import { useEffect, useState, type FormEvent } from 'react';
import { useLanguage } from '../language';
import type { Shown, Viewer } from './viewer-store';

const SEARCH_AFTER = 300;

interface Props {
  readonly viewer: Viewer;
  readonly state: Shown;
}

/** Search, errors, a line by its number; and how far the whole text was read. */
export function ViewerTools({ viewer, state }: Props) {
  const { t } = useLanguage();
  return (
    <div className="hearth-review-tools" role="search" aria-label={t('ui.review.tools')}>
      <SearchField viewer={viewer} state={state} />
      <Button spacing="compact" onClick={() => void viewer.toError(-1)}>
        {t('ui.review.error.previous')}
      </Button>
      <Button spacing="compact" onClick={() => void viewer.toError(1)}>
        {t('ui.review.error.next')}
      </Button>
      <LineField viewer={viewer} />
      <Button spacing="compact" onClick={() => void viewer.toEnd()}>
        {t('ui.review.end')}
      </Button>
      <Status state={state} />
    </div>
  );
}

function SearchField({ viewer, state }: Props) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState(state.query);
  const [matchCase, setMatchCase] = useState(state.matchCase);
  const { query, matchCase: asked } = state;
  useEffect(() => {
    if (typed === query && matchCase === asked) {
      return undefined;
    }
    const timer = window.setTimeout(() => void viewer.search(typed, matchCase), SEARCH_AFTER);
    return () => {
      window.clearTimeout(timer);
    };
  }, [viewer, typed, matchCase, query, asked]);
  const found = state.query !== '';
  return (
    <>
      <div className="hearth-review-search">
        <Textfield
          isCompact
          type="search"
          maxLength={200}
          aria-label={t('ui.review.search')}
          placeholder={t('ui.review.search')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              void viewer.step(event.shiftKey ? -1 : 1);
            }
          }}
        />
      </div>
      <Checkbox
        label={t('ui.review.search.case')}
        isChecked={matchCase}
        onChange={(event) => {
          setMatchCase(event.currentTarget.checked);
        }}
      />
      <Button spacing="compact" isDisabled={!found} onClick={() => void viewer.step(-1)}>
        {t('ui.review.search.previous')}
      </Button>
      <Button spacing="compact" isDisabled={!found} onClick={() => void viewer.step(1)}>
        {t('ui.review.search.next')}
      </Button>
    </>
  );
}

function LineField({ viewer }: Pick<Props, 'viewer'>) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const go = (event: FormEvent): void => {
    event.preventDefault();
    const line = Number(typed);
    if (Number.isSafeInteger(line) && line > 0) {
      void viewer.goToLine(line);
    }
  };
  return (
    <form className="hearth-review-line-field" onSubmit={go}>
      <Textfield
        isCompact
        inputMode="numeric"
        maxLength={12}
        aria-label={t('ui.review.line')}
        placeholder={t('ui.review.line')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value.replace(/\D/g, ''));
        }}
      />
    </form>
  );
}

function Status({ state }: Pick<Props, 'state'>) {
  const { t, format } = useLanguage();
  const { text, hit, nothing, query } = state;
  const part = (read: number): string =>
    t('ui.review.status.percent', { percent: Math.floor((read / Math.max(1, text.size)) * 100) });
  const words = [
    text.complete
      ? t('ui.review.status.lines', { count: text.lines })
      : text.broken === undefined
        ? t('ui.review.status.counting', { percent: part(text.read) })
        : '',
    query === '' || text.search === undefined
      ? ''
      : text.search.complete
        ? t('ui.review.status.hits', {
            count: text.search.hits,
            at: hit === undefined ? '' : format.count(hit.order),
          })
        : t('ui.review.status.searching', {
            count: text.search.hits,
            percent: part(text.search.read),
          }),
    nothing === 'error' ? t('ui.review.status.noError') : '',
  ];
  return (
    <p role="status" className="hearth-review-status">
      {words.filter((one) => one !== '').join(' · ')}
    </p>
  );
}
