import Button, { LinkButton } from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import Modal, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import ProgressBar from '@atlaskit/progress-bar';
import { useEffect, useRef } from 'react';
import { HandOverButton } from '../hand-over/dialog';
import { FromServer } from '../hand-over/from-server';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import type { Progress } from './contract';
import { Contents, Digest } from './result';
import { Shares } from './shares';
import { shareDone, timeLeft } from './share';
import { isOpen, type StoredZip } from './stored-contract';
import type { StoredList, StoredState } from './stored-store';

interface Props {
  readonly list: StoredList;
  /** What items and kinds are called, as far as the page knows. */
  readonly titles: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, string>>;
}

export function StoredSection({ list, titles, kinds }: Props) {
  const { t } = useLanguage();
  const state = useStore(list.state);
  return (
    <section className="hearth-stored" aria-labelledby="hearth-stored">
      <h2 id="hearth-stored">{t('ui.stored.heading')}</h2>
      <Body list={list} state={state} titles={titles} kinds={kinds} />
    </section>
  );
}

function Body({ list, state, titles, kinds }: Props & { readonly state: StoredState }) {
  const { t, format } = useLanguage();
  switch (state.phase) {
    case 'loading':
      return <Loading words={t('ui.stored.loading')} />;
    case 'unavailable':
      return <ProblemMessage notice={state.problem} onRetry={() => void list.load()} />;
    case 'ready': {
      const { zips, store } = state.stored;
      return (
        <>
          <p className="hearth-quiet">
            {zips.length === 0
              ? t('ui.stored.none')
              : t('ui.stored.store', {
                  zips: store.zips,
                  most: store.mostZips,
                  size: format.bytes(store.bytes),
                })}
          </p>
          {store.freeBytes < store.keptFreeBytes ? (
            <p className="hearth-warn" role="alert">
              {t('ui.stored.full', { free: format.bytes(store.freeBytes) })}
            </p>
          ) : null}
          {state.notice === undefined ? null : <ProblemMessage notice={state.notice} focus />}
          <ul className="hearth-stored-list">
            {zips.map((zip) => (
              <Row key={zip.id} zip={zip} list={list} state={state} titles={titles} kinds={kinds} />
            ))}
          </ul>
          <ModalTransition>
            {state.asking === undefined ? null : <Sure zip={state.asking} list={list} />}
          </ModalTransition>
        </>
      );
    }
  }
}

const LOOKS = {
  queued: 'default',
  running: 'inprogress',
  done: 'success',
  cancelled: 'default',
  failed: 'removed',
  interrupted: 'moved',
} as const;

interface RowProps extends Props {
  readonly zip: StoredZip;
  readonly state: Extract<StoredState, { phase: 'ready' }>;
}

function Row({ zip, list, state, titles, kinds }: RowProps) {
  const { t, format } = useLanguage();
  const place = useRef<HTMLLIElement>(null);
  const fresh = state.fresh === zip.id;
  useEffect(() => {
    if (fresh) {
      place.current?.focus();
    }
  }, [fresh]);
  const opened = state.opened?.id === zip.id ? state.opened : undefined;
  return (
    <li className="hearth-panel hearth-stored-zip" ref={place} tabIndex={-1}>
      <div className="hearth-stored-head">
        <strong className="hearth-stored-name">{zip.fileName}</strong>
        <Lozenge appearance={LOOKS[zip.state]}>{t(`ui.stored.state.${zip.state}`)}</Lozenge>
        {zip.cause === undefined ? null : (
          <Lozenge appearance="moved">{t(`ui.stored.cause.${zip.cause}`)}</Lozenge>
        )}
        {zip.kept ? <Lozenge appearance="new">{t('ui.stored.kept')}</Lozenge> : null}
      </div>
      <p className="hearth-quiet">
        {t('ui.stored.started', {
          who: zip.startedBy,
          when: format.date(zip.createdAt),
          node: zip.node,
        })}
        {zip.expiresAt === undefined
          ? null
          : ` ${t('ui.stored.expires', { when: format.date(zip.expiresAt) })}`}
      </p>
      {zip.state === 'running' && zip.progress !== undefined ? (
        <Running progress={zip.progress} titles={titles} />
      ) : null}
      {zip.nodes === undefined ? null : <Shares shares={zip.nodes} />}
      {zip.text === undefined ? null : <p className="hearth-warn">{zip.text}</p>}
      {zip.state === 'interrupted' ? (
        <p className="hearth-warn">
          {t(zip.bytes === undefined ? 'ui.stored.interrupted.nothing' : 'ui.stored.interrupted')}
        </p>
      ) : null}
      {zip.bytes === undefined || zip.sha256 === undefined ? null : (
        <dl className="hearth-facts">
          <div>
            <dt>{t('ui.result.size')}</dt>
            <dd>{format.bytes(zip.bytes)}</dd>
          </div>
          <div>
            <dt>{t('ui.result.entries')}</dt>
            <dd>{format.count(zip.entries ?? 0)}</dd>
          </div>
          <Digest value={zip.sha256} />
        </dl>
      )}
      <Actions
        zip={zip}
        list={list}
        busy={state.busy.includes(zip.id)}
        opened={opened !== undefined}
      />
      {opened?.outcome === undefined ? null : <Contents outcome={opened.outcome} kinds={kinds} />}
    </li>
  );
}

interface ActionsProps {
  readonly zip: StoredZip;
  readonly list: StoredList;
  readonly busy: boolean;
  readonly opened: boolean;
}

function Actions({ zip, list, busy, opened }: ActionsProps) {
  const { t } = useLanguage();
  const named = (label: string): string => `${label}: ${zip.fileName}`;
  if (isOpen(zip)) {
    return (
      <div className="hearth-stored-actions">
        <Button
          isDisabled={busy}
          aria-label={named(t('ui.run.cancel'))}
          onClick={() => void list.cancel(zip)}
        >
          {t('ui.run.cancel')}
        </Button>
      </div>
    );
  }
  const keep = zip.kept ? t('ui.stored.unkeep') : t('ui.stored.keep');
  return (
    <div className="hearth-stored-actions">
      {zip.bytes === undefined ? null : (
        <LinkButton
          appearance="primary"
          href={list.url(zip)}
          download={zip.fileName}
          aria-label={named(t('ui.stored.download'))}
        >
          {t('ui.stored.download')}
        </LinkButton>
      )}
      {zip.bytes === undefined ? null : (
        <LinkButton href={`review#/stored/${zip.id}`} aria-label={named(t('ui.stored.review'))}>
          {t('ui.stored.review')}
        </LinkButton>
      )}
      {zip.bytes === undefined ? null : (
        <HandOverButton
          name={zip.fileName}
          begin={() => <FromServer store={list.handOver(zip)} name={zip.fileName} />}
        />
      )}
      {zip.state === 'done' ? (
        <Button
          aria-expanded={opened}
          aria-label={named(t('ui.stored.contents'))}
          onClick={() => void list.open(zip)}
        >
          {t('ui.stored.contents')}
        </Button>
      ) : null}
      {zip.bytes === undefined ? null : (
        <Button
          isDisabled={busy}
          aria-label={named(keep)}
          onClick={() => void list.keep(zip, !zip.kept)}
        >
          {keep}
        </Button>
      )}
      <Button
        isDisabled={busy}
        appearance="subtle"
        aria-label={named(t('ui.stored.delete'))}
        onClick={() => {
          list.ask(zip);
        }}
      >
        {t('ui.stored.delete')}
      </Button>
    </div>
  );
}

function Running({ progress, titles }: { readonly progress: Progress } & Pick<Props, 'titles'>) {
  const { t, format } = useLanguage();
  const share = shareDone(progress);
  const left = timeLeft(progress);
  const item = titles[progress.currentItem] ?? progress.currentItem;
  return (
    <>
      <div className="hearth-bar">
        <ProgressBar
          ariaLabel={t('ui.run.bar')}
          value={share ?? 0}
          isIndeterminate={share === undefined}
        />
        <span className="hearth-percent" aria-hidden="true">
          {share === undefined ? t('ui.run.starting') : t('ui.run.percent', { percent: share })}
        </span>
      </div>
      <p>
        {[
          t(`ui.run.phase.${progress.phase}`) + (item === '' ? '' : `: ${item}`),
          t('ui.run.read.value', {
            done: format.bytes(progress.bytesRead),
            total: format.bytes(Math.max(progress.bytesExpected, progress.bytesRead)),
          }),
          t('ui.stored.files', { done: progress.filesDone, total: progress.filesTotal }),
          ...(left === undefined ? [] : [t('ui.stored.left', { time: format.duration(left) })]),
        ].join(' · ')}
      </p>
    </>
  );
}

function Sure({ zip, list }: { readonly zip: StoredZip; readonly list: StoredList }) {
  const { t } = useLanguage();
  const close = (): void => {
    list.ask(undefined);
  };
  return (
    <Modal width="small" onClose={close}>
      <ModalHeader>
        <ModalTitle appearance="danger">{t('ui.stored.delete.title')}</ModalTitle>
      </ModalHeader>
      <ModalBody>{t('ui.stored.delete.body', { name: zip.fileName })}</ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={close}>
          {t('ui.stored.delete.not')}
        </Button>
        <Button appearance="danger" onClick={() => void list.remove(zip)}>
          {t('ui.stored.delete')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
