import Lozenge from '@atlaskit/lozenge';
import { useLanguage } from '../language';
import type { App, State, Status, Summary } from './contract';

const APPEARANCES = {
  open: 'inprogress',
  regressed: 'removed',
  resolved: 'success',
  ignored: 'default',
} as const satisfies Record<Status, string>;

export function StateMark({ status }: { readonly status: Status }) {
  const { t } = useLanguage();
  return <Lozenge appearance={APPEARANCES[status]}>{t(`ui.errors.state.${status}`)}</Lozenge>;
}

/** What a state means in words, where there is room for it. */
export function StateWords({ state }: { readonly state: State }) {
  const { t, format } = useLanguage();
  const { status, inRelease, until, untilTotal } = state;
  const words =
    status === 'resolved' && inRelease !== undefined
      ? t('ui.errors.state.in-release', { release: inRelease })
      : status === 'ignored' && until !== undefined
        ? t('ui.errors.state.until', { date: format.date(until) })
        : status === 'ignored' && untilTotal !== undefined
          ? t('ui.errors.state.until-total', { count: untilTotal })
          : t('ui.errors.state.since', { date: format.date(state.since) });
  return <span className="hearth-quiet">{words}</span>;
}

export function useAppName(): (app: App) => string {
  const { t } = useLanguage();
  return ({ key, name }) => (name === '' ? key || t('ui.errors.app.unknown') : name);
}

/** A group in one line, as a browser would write it. */
export function headline({ type, title }: Pick<Summary, 'title' | 'type'>): string {
  return type === '' ? title : title === '' ? type : `${type}: ${title}`;
}
