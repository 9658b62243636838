import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { ReactNode } from 'react';
import type { Translate } from '../shared/i18n';
import { useLanguage } from './language';
import { useFocus } from './use-focus';
import type { Problem } from '../shared/problem';

/** A problem, or what only a page can know: the browser took no download. */
export type Notice = Problem | { readonly kind: 'unstarted' };

interface Props {
  readonly notice: Notice;
  /** Without it there is nothing to try again. */
  readonly onRetry?: () => void;
  readonly focus?: boolean;
}

interface Words {
  readonly title: string;
  readonly body: ReactNode;
}

export function ProblemMessage({ notice, onRetry, focus = false }: Props) {
  const { t } = useLanguage();
  const place = useFocus<HTMLDivElement>(focus);
  const { title, body } = wordsFor(notice, t);
  return (
    <div ref={place} tabIndex={-1} role="alert" className="hearth-message">
      <SectionMessage appearance={gravity(notice)} title={title}>
        <div>{body}</div>
        <ProblemAction notice={notice} {...(onRetry === undefined ? {} : { onRetry })} />
      </SectionMessage>
    </div>
  );
}

function ProblemAction({ notice, onRetry }: Pick<Props, 'notice' | 'onRetry'>) {
  const { t } = useLanguage();
  switch (notice.kind) {
    case 'session':
      // The page itself leads to the product's sign-in, and from there back to here.
      return notice.reason === 'forbidden' ? null : (
        <Action label={t('ui.problem.session.continue')} onClick={reload} />
      );
    case 'mismatch':
    case 'missing':
      return <Action label={t('ui.problem.reload')} onClick={reload} />;
    default:
      return onRetry === undefined ? null : (
        <Action label={t('ui.problem.retry')} onClick={onRetry} />
      );
  }
}

function Action({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <div className="hearth-message-action">
      <Button onClick={onClick}>{label}</Button>
    </div>
  );
}

export function Broken() {
  const { t } = useLanguage();
  return (
    <div role="alert" className="hearth-message">
      <SectionMessage appearance="error" title={t('ui.problem.broken.title')}>
        <div>{t('ui.problem.broken.body')}</div>
        <Action label={t('ui.problem.reload')} onClick={reload} />
      </SectionMessage>
    </div>
  );
}

function reload(): void {
  window.location.reload();
}

function gravity(notice: Notice): 'error' | 'information' | 'warning' {
  switch (notice.kind) {
    case 'session':
      return notice.reason === 'forbidden' ? 'error' : 'information';
    case 'busy':
    case 'full':
    case 'unstarted':
    case 'invalid':
      return 'warning';
    default:
      return 'error';
  }
}

function wordsFor(notice: Notice, t: Translate): Words {
  switch (notice.kind) {
    case 'session':
      return {
        title: t(`ui.problem.session.${notice.reason}.title`),
        body: t(`ui.problem.session.${notice.reason}.body`),
      };
    case 'busy':
      return { title: t('ui.problem.busy.title'), body: t('ui.problem.busy.body') };
    case 'full':
      return { title: t('ui.problem.full.title'), body: notice.detail };
    case 'invalid':
      return { title: t('ui.problem.invalid.title'), body: <Fields notice={notice} /> };
    case 'missing':
      return { title: t('ui.problem.missing.title'), body: t('ui.problem.missing.body') };
    case 'server':
      return {
        title: t('ui.problem.server.title'),
        body: t('ui.problem.server.body', { status: String(notice.status) }),
      };
    case 'mismatch':
      return {
        title: t('ui.problem.mismatch.title'),
        body: t('ui.problem.mismatch.body', { place: notice.place }),
      };
    case 'unreachable':
      return { title: t('ui.problem.unreachable.title'), body: t('ui.problem.unreachable.body') };
    case 'unstarted':
      return { title: t('ui.problem.unstarted.title'), body: t('ui.problem.unstarted.body') };
  }
}

function Fields({ notice }: { readonly notice: Extract<Notice, { kind: 'invalid' }> }) {
  if (notice.fields.length === 0) {
    return <>{notice.detail}</>;
  }
  return (
    <ul className="hearth-fields">
      {notice.fields.map(({ field, message }) => (
        <li key={field}>
          <code>{field}</code> {message}
        </li>
      ))}
    </ul>
  );
}
