import type { Translate } from '../../shared/i18n';
import { useLanguage } from '../language';
import type { PageState } from './page-state';
import { shareDone } from './share';

/** Tells a screen reader what happens, in steps of a quarter; the result itself takes the focus. */
export function Announcer({ state }: { readonly state: PageState }) {
  const { t } = useLanguage();
  return (
    <p className="hearth-hidden" role="status">
      {newsOf(state, t)}
    </p>
  );
}

function newsOf(state: PageState, t: Translate): string {
  if (state.phase === 'loading') {
    return t('ui.zip.loading');
  }
  if (state.phase !== 'running') {
    return '';
  }
  if (state.run.cancelling) {
    return t('ui.run.cancelling');
  }
  const quarters = Math.floor((shareDone(state.run.progress) ?? 0) * 4) / 4;
  return quarters === 0
    ? t('ui.run.announce.started')
    : t('ui.run.announce.percent', { percent: quarters });
}
