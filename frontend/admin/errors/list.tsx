import Button, { LinkButton } from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useEffect, useState } from 'react';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import type { Actions } from './actions-store';
import { STATUSES, type Summary } from './contract';
import { GroupActions } from './group-actions';
import { Intake } from './intake';
import type { ErrorList, Listed } from './list-store';
import { headline, useAppName } from './look';
import { narrowed, SORTS, type Query } from './query';
import { Rows } from './rows';
import type { WatchStore } from './watch-store';

interface Props {
  readonly list: ErrorList;
  readonly actions: Actions;
  readonly watch: WatchStore;
  readonly exportUrl: (form: 'csv' | 'jsonl') => string;
  readonly onOpen: (id: string) => void;
}

export function ListPanel(props: Props) {
  const { t } = useLanguage();
  const { list, actions } = props;
  const state = useStore(list.state);
  const { problem } = useStore(actions.state);
  if (state.phase === 'loading') {
    return <Loading words={t('ui.errors.loading')} />;
  }
  if (state.phase === 'unavailable') {
    return <ProblemMessage notice={state.problem} onRetry={() => void list.load()} focus />;
  }
  return (
    <div className="hearth-stack hearth-errors">
      <Tools list={list} state={state} />
      {problem === undefined ? null : <ProblemMessage notice={problem} focus />}
      {state.problem === undefined ? null : (
        <ProblemMessage notice={state.problem} onRetry={() => void list.load()} />
      )}
      <NewsBanner list={list} state={state} />
      {state.total === 0 ? <Empty {...props} /> : <Shown {...props} state={state} />}
      <Intake intake={state.intake} nodes={state.nodes} />
    </div>
  );
}

interface PartProps {
  readonly list: ErrorList;
  readonly state: Listed;
}

const SEARCH_AFTER = 250;

function Tools({ list, state }: PartProps) {
  const { t } = useLanguage();
  const query = useStore(list.query);
  const name = useAppName();
  const { facets } = state;
  const counted = (value: string, label: string, count: number) => ({
    value,
    label: t('ui.errors.facet', { name: label, count }),
  });
  const names = (of: readonly { readonly name: string; readonly count: number }[]) =>
    of.map((one) => counted(one.name, one.name, one.count));
  const narrow = (part: Partial<Query>): void => void list.narrow(part);
  return (
    <div className="hearth-tools" role="search" aria-label={t('ui.errors.tools')}>
      <Search list={list} />
      <Facet
        id="app"
        value={query.app}
        options={facets.apps.map((app) => counted(app.key, name(app), app.count))}
        onChange={(app) => {
          narrow({ app });
        }}
      />
      <Facet
        id="state"
        value={query.state}
        options={STATUSES.map((status) =>
          counted(
            status,
            t(`ui.errors.state.${status}`),
            facets.states.find((one) => one.name === status)?.count ?? 0,
          ),
        )}
        onChange={(state) => {
          narrow({ state: STATUSES.find((one) => one === state) ?? '' });
        }}
      />
      <Facet
        id="browser"
        value={query.browser}
        options={names(facets.browsers)}
        onChange={(browser) => {
          narrow({ browser });
        }}
      />
      <Facet
        id="release"
        value={query.release}
        options={names(facets.releases)}
        onChange={(release) => {
          narrow({ release });
        }}
      />
      <div className="hearth-tool">
        <label htmlFor="hearth-errors-sort">{t('ui.errors.sort')}</label>
        <Select
          inputId="hearth-errors-sort"
          spacing="compact"
          isSearchable={false}
          options={SORTS.map((value) => ({ value, label: t(`ui.errors.sort.${value}`) }))}
          value={{ value: query.sort, label: t(`ui.errors.sort.${query.sort}`) }}
          onChange={(option) => {
            narrow({ sort: option?.value ?? 'lastSeen' });
          }}
        />
      </div>
    </div>
  );
}

function Search({ list }: Pick<PartProps, 'list'>) {
  const { t } = useLanguage();
  const { q } = useStore(list.query);
  const [typed, setTyped] = useState(q);
  useEffect(() => {
    if (typed === list.query.get().q) {
      return undefined;
    }
    const timer = window.setTimeout(() => void list.narrow({ q: typed }), SEARCH_AFTER);
    return () => {
      window.clearTimeout(timer);
    };
  }, [list, typed]);
  // Somebody else, such as the empty list, has cleared what was searched for.
  const [known, setKnown] = useState(q);
  if (known !== q) {
    setKnown(q);
    setTyped(q);
  }
  return (
    <div className="hearth-tool hearth-tool-search">
      <label htmlFor="hearth-errors-q">{t('ui.errors.search')}</label>
      <Textfield
        id="hearth-errors-q"
        isCompact
        type="search"
        maxLength={200}
        value={typed}
        placeholder={t('ui.errors.search.placeholder')}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
    </div>
  );
}

interface FacetProps {
  readonly id: 'app' | 'browser' | 'release' | 'state';
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function Facet({ id, value, options, onChange }: FacetProps) {
  const { t } = useLanguage();
  // What is chosen stays in sight, also when nothing has it any more.
  const chosen = options.find((one) => one.value === value) ?? { value, label: value };
  return (
    <div className="hearth-tool">
      <label htmlFor={`hearth-errors-${id}`}>{t(`ui.errors.facet.${id}`)}</label>
      <Select
        inputId={`hearth-errors-${id}`}
        spacing="compact"
        isClearable
        placeholder={t('ui.errors.facet.any')}
        options={options}
        value={value === '' ? null : chosen}
        onChange={(option) => {
          onChange(option?.value ?? '');
        }}
      />
    </div>
  );
}

/** Says that something new is there; the list itself stays as it is until somebody asks. */
function NewsBanner({ list, state }: PartProps) {
  const { t } = useLanguage();
  const name = useAppName();
  const { news } = state;
  return (
    <div role="status" className="hearth-news-place">
      {news === undefined ? null : (
        <div className="hearth-news">
          <span>
            <strong>{t('ui.errors.news', { count: news.count })}</strong>{' '}
            {news.first === undefined
              ? null
              : t('ui.errors.news.first', {
                  title: headline(news.first),
                  app: name(news.first.app),
                })}
          </span>
          <Button spacing="compact" onClick={() => void list.load()}>
            {t('ui.errors.news.show')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Shown({ list, actions, state, onOpen, exportUrl }: Props & PartProps) {
  const { t } = useLanguage();
  const now = useNow();
  return (
    <section aria-label={t('ui.errors.list')} className="hearth-shown">
      <Bulk list={list} actions={actions} state={state} onOpen={onOpen} exportUrl={exportUrl} />
      <Rows list={list} state={state} now={now} onOpen={onOpen} />
    </section>
  );
}

function Bulk({ list, actions, state, onOpen, exportUrl }: Omit<Props, 'watch'> & PartProps) {
  const { t } = useLanguage();
  const chosen = useStore(list.chosen);
  const groups: readonly Summary[] = state.groups.filter(({ id }) => chosen.has(id));
  if (groups.length === 0) {
    return (
      <div className="hearth-bulk">
        <span className="hearth-quiet">{t('ui.errors.count', { count: state.total })}</span>
        <span className="hearth-buttons">
          <LinkButton appearance="subtle" spacing="compact" href={exportUrl('csv')} download>
            {t('ui.errors.export.csv')}
          </LinkButton>
          <LinkButton appearance="subtle" spacing="compact" href={exportUrl('jsonl')} download>
            {t('ui.errors.export.jsonl')}
          </LinkButton>
        </span>
      </div>
    );
  }
  return (
    <div className="hearth-bulk" role="group" aria-label={t('ui.errors.bulk')}>
      <span className="hearth-buttons">
        <strong>{t('ui.errors.chosen', { count: groups.length })}</strong>
        <Button
          appearance="subtle"
          spacing="compact"
          onClick={() => {
            list.chooseNone();
          }}
        >
          {t('ui.errors.choose.none')}
        </Button>
      </span>
      <GroupActions
        actions={actions}
        ids={groups.map(({ id }) => id)}
        statuses={groups.map((group) => group.state.status)}
        release={groups[0]?.release ?? ''}
        onDone={() => {
          list.chooseNone();
        }}
        onGone={(merged) => {
          list.chooseNone();
          if (merged !== undefined) {
            onOpen(merged);
          }
        }}
      />
    </div>
  );
}

/** The three ways in which a list can have no groups, each with what to do next. */
function Empty({ list, watch }: Pick<Props, 'list' | 'watch'>) {
  const { t } = useLanguage();
  const query = useStore(list.query);
  const watched = useStore(watch.state);
  if (narrowed(query)) {
    return (
      <SectionMessage title={t('ui.errors.empty.match.title')}>
        <p>{t('ui.errors.empty.match.body')}</p>
        <div className="hearth-message-action">
          <Button
            onClick={() =>
              void list.narrow({ q: '', app: '', state: '', browser: '', release: '' })
            }
          >
            {t('ui.errors.empty.match.clear')}
          </Button>
        </div>
      </SectionMessage>
    );
  }
  const mode = watched.phase === 'ready' ? watched.kept.watch : undefined;
  if (mode === 'this-app' || mode === 'none') {
    return (
      <SectionMessage title={t('ui.errors.empty.watch.title')}>
        <p>{t(`ui.errors.empty.watch.${mode}`)}</p>
        <div className="hearth-message-action">
          <Button appearance="primary" onClick={() => void watch.watchAll()}>
            {t('ui.errors.empty.watch.all')}
          </Button>
        </div>
      </SectionMessage>
    );
  }
  return (
    <SectionMessage appearance="success" title={t('ui.errors.empty.none.title')}>
      <p>{t('ui.errors.empty.none.body')}</p>
    </SectionMessage>
  );
}

/** The time by which "3 min. ago" is counted, moved on now and then. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => {
      setNow(Date.now());
    }, 15_000);
    return () => {
      window.clearInterval(timer);
    };
  }, []);
  return now;
}
