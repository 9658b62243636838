import Button, { LinkButton } from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { Fact } from '../fact';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import type { KeptKind, Overview } from './contract';
import { DeletionDialog } from './deletion';
import type { KeptStore } from './kept-store';
import { RawDialog } from './raw';

interface Props {
  readonly store: KeptStore;
  readonly url: (path: string) => string;
}

export function KindsPanel({ store, url }: Props) {
  const { t } = useLanguage();
  const { kept, problem } = useStore(store.state);
  if (kept.phase === 'loading') {
    return <Loading words={t('ui.privacy.loading')} />;
  }
  if (kept.phase === 'failed') {
    return <ProblemMessage notice={kept.problem} onRetry={() => void store.load()} focus />;
  }
  const { overview } = kept;
  return (
    <div className="hearth-stack hearth-kinds">
      {problem === undefined ? null : <ProblemMessage notice={problem} focus />}
      <Retention store={store} overview={overview} />
      <All store={store} overview={overview} url={url} />
      {overview.kinds.map((kind) => (
        <Kind key={kind.id} kind={kind} overview={overview} store={store} url={url} />
      ))}
      <DeletionDialog store={store} />
      <RawDialog store={store} overview={overview} />
    </div>
  );
}

function Retention({
  store,
  overview,
}: {
  readonly store: KeptStore;
  readonly overview: Overview;
}) {
  const { t, format } = useLanguage();
  const { doubt, last } = overview.retention;
  if (doubt !== undefined && doubt.last === undefined && last === undefined) {
    // A new installation, where nothing is old and nobody is to be alarmed.
    return (
      <p className="hearth-quiet">
        {t('ui.privacy.retention.first', { from: format.date(doubt.until) })}
      </p>
    );
  }
  if (doubt !== undefined) {
    return (
      <SectionMessage appearance="warning" title={t('ui.privacy.doubt.title')}>
        <p>{t('ui.privacy.doubt.body', { until: format.date(doubt.until) })}</p>
        <div className="hearth-message-action">
          <Button onClick={() => void store.runRetention()}>{t('ui.privacy.doubt.do')}</Button>
        </div>
      </SectionMessage>
    );
  }
  return (
    <p className="hearth-quiet">
      {last === undefined
        ? t('ui.privacy.retention.never')
        : t('ui.privacy.retention.last', {
            at: format.date(last.at),
            records: last.went.reduce((sum, one) => sum + one.records, 0),
          })}
    </p>
  );
}

function All({ store, overview, url }: Props & { readonly overview: Overview }) {
  const { t, format } = useLanguage();
  const [before, setBefore] = useState('');
  const bytes = overview.kinds.reduce((sum, kind) => sum + (kind.holdings.bytes ?? 0), 0);
  const ids = overview.kinds.map((kind) => kind.id);
  return (
    <section className="hearth-panel" aria-labelledby="hearth-all">
      <h2 id="hearth-all" className="hearth-heading">
        {t('ui.privacy.all', { bytes: format.bytes(bytes), kinds: overview.kinds.length })}
      </h2>
      {overview.nodes.silent.length === 0 ? null : (
        <p>{t('ui.privacy.silent', { nodes: overview.nodes.silent.join(', ') })}</p>
      )}
      <div className="hearth-privacy-actions">
        <LinkButton href={url('privacy/export')}>{t('ui.privacy.export.all')}</LinkButton>
        <label htmlFor="hearth-before">{t('ui.privacy.before')}</label>
        <div className="hearth-privacy-day">
          <Textfield
            id="hearth-before"
            type="date"
            value={before}
            onChange={(event) => {
              setBefore(event.currentTarget.value);
            }}
          />
        </div>
        <Button
          isDisabled={before === ''}
          onClick={() => void store.check({ kinds: ids, before: `${before}T00:00:00Z` })}
        >
          {t('ui.privacy.delete.before')}
        </Button>
        <Button appearance="warning" onClick={() => void store.check({ kinds: ids })}>
          {t('ui.privacy.delete.all')}
        </Button>
      </div>
    </section>
  );
}

function Kind({
  kind,
  overview,
  store,
  url,
}: Props & { readonly kind: KeptKind; readonly overview: Overview }) {
  const { t, format } = useLanguage();
  const { records, bytes, oldest } = kind.holdings;
  const id = `hearth-kind-${kind.id}`;
  return (
    <section className="hearth-panel" aria-labelledby={id}>
      <div className="hearth-marks">
        <h2 id={id} className="hearth-heading">
          {kind.title}
        </h2>
        <Lozenge appearance={kind.collecting ? 'success' : 'default'}>
          {kind.collecting ? t('ui.privacy.on') : t('ui.privacy.off')}
        </Lozenge>
        <span className="hearth-quiet">{t(`ui.privacy.category.${kind.category}`)}</span>
      </div>
      <p>{kind.purpose}</p>
      <dl className="hearth-facts">
        <Fact name={t('ui.privacy.amount')}>
          {kind.unreadable === true || records === undefined
            ? t('ui.privacy.unreadable')
            : t('ui.privacy.records', { records, bytes: format.bytes(bytes ?? 0) })}
        </Fact>
        {oldest === undefined ? null : (
          <Fact name={t('ui.privacy.oldest')}>{format.date(oldest)}</Fact>
        )}
        <Fact name={t('ui.privacy.leaves')}>
          {kind.destinations.length === 0
            ? t('ui.privacy.leaves.nothing')
            : kind.destinations.join(', ')}
        </Fact>
        <Fact name={t('ui.privacy.kept')}>
          <KeptFor kind={kind} overview={overview} store={store} />
        </Fact>
        <div className="hearth-digest">
          <dt>{t('ui.privacy.place')}</dt>
          <dd>
            {kind.places.map((place) => (
              <code key={place.path}>
                {place.root === 'memory' ? t('ui.privacy.memory') : place.path}
              </code>
            ))}
          </dd>
        </div>
      </dl>
      <details>
        <summary>{t('ui.privacy.fields', { fields: kind.fields.length })}</summary>
        <dl className="hearth-privacy-fields">
          {kind.fields.map((field) => (
            <div key={field.id}>
              <dt>
                <code>{field.id}</code>
              </dt>
              <dd>{field.text}</dd>
            </div>
          ))}
        </dl>
      </details>
      <div className="hearth-buttons">
        {kind.places.every((place) => place.root === 'memory') ? null : (
          <>
            <Button
              aria-label={t('ui.privacy.look.of', { kind: kind.title })}
              onClick={() => void store.look(kind.id)}
            >
              {t('ui.privacy.look')}
            </Button>
            <LinkButton
              href={url(`privacy/export?kind=${encodeURIComponent(kind.id)}`)}
              aria-label={t('ui.privacy.export.of', { kind: kind.title })}
            >
              {t('ui.privacy.export')}
            </LinkButton>
          </>
        )}
        <Button
          aria-label={t('ui.privacy.delete.of', { kind: kind.title })}
          onClick={() => void store.check({ kinds: [kind.id] })}
        >
          {t('ui.privacy.delete')}
        </Button>
      </div>
    </section>
  );
}

interface KeptForProps {
  readonly kind: KeptKind;
  readonly overview: Overview;
  readonly store: KeptStore;
}

function KeptFor({ kind, overview, store }: KeptForProps) {
  const { t } = useLanguage();
  const { rule, days = 0 } = kind.retention;
  switch (rule) {
    case 'chosen':
      return <Days key={days} kind={kind} days={days} overview={overview} store={store} />;
    case 'fixed':
      return t('ui.privacy.days', { days });
    case 'with': {
      const other = overview.kinds.find((one) => one.id === kind.retention.kind);
      return t('ui.privacy.days.with', { days, kind: other?.title ?? '' });
    }
    case 'while-installed':
      return t('ui.privacy.installed');
  }
}

function Days({ kind, days, overview, store }: KeptForProps & { readonly days: number }) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState(String(days));
  const most = overview.retention.longestDays;
  const wanted = Number(typed);
  const fits = /^\d{1,3}$/.test(typed) && wanted >= 1 && wanted <= most;
  return (
    <form
      className="hearth-privacy-days"
      onSubmit={(event) => {
        event.preventDefault();
        void store.keepFor(kind.id, wanted);
      }}
    >
      <div className="hearth-privacy-number">
        <Textfield
          aria-label={t('ui.privacy.days.of', { kind: kind.title })}
          inputMode="numeric"
          isCompact
          isInvalid={!fits}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
      </div>
      <span>
        {fits ? t('ui.privacy.days.unit', { days: wanted }) : t('ui.privacy.days.wrong', { most })}
      </span>
      {fits && wanted !== days ? (
        <Button type="submit" spacing="compact" appearance="primary">
          {t('ui.privacy.days.keep')}
        </Button>
      ) : null}
    </form>
  );
}
