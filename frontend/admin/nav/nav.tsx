import { useLanguage } from '../language';
import { useStore } from '../use-store';
import { freshOn, type DigestStore } from './digest-store';
import { addressOf, PAGES } from './pages';
import './nav.css';

interface Props {
  readonly contextPath: string;
  readonly current: string;
  readonly digest: DigestStore;
}

/** Leads from each page of ours to the others, and tells where something is new. */
export function Nav({ contextPath, current, digest }: Props) {
  const { t } = useLanguage();
  const state = useStore(digest.state);
  return (
    <nav className="hearth-nav" aria-label={t('ui.nav.label')}>
      <ul>
        {PAGES.map((page) => {
          const fresh = page === current ? 0 : freshOn(state, page);
          return (
            <li key={page}>
              <a
                href={addressOf(contextPath, page)}
                {...(page === current ? { 'aria-current': 'page' } : {})}
              >
                {t(`ui.nav.${page}`)}
                {fresh === 0 ? null : <Fresh count={fresh} />}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Fresh({ count }: { readonly count: number }) {
  const { t } = useLanguage();
  return (
    <>
      {' '}
      <span className="hearth-nav-fresh" aria-hidden="true">
        {count > 99 ? '99+' : count}
      </span>
      <span className="hearth-hidden">{t('ui.nav.fresh', { count })}</span>
    </>
  );
}
