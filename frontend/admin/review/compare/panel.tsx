import { useLanguage } from '../../language';
import { Loading } from '../../loading';
import { useStore } from '../../use-store';
import { FailureMessage } from '../failure';
import type { Compare } from './compare-store';
import { Result } from './result';
import { Sources } from './sources';
import './compare.css';

/** Another ZIP is chosen, and what differs is shown. */
export function ComparePanel({ compare }: { readonly compare: Compare }) {
  const { t } = useLanguage();
  const { work } = useStore(compare.state);
  return (
    <section className="hearth-panel hearth-compare" aria-labelledby="hearth-compare">
      <h3 id="hearth-compare" className="hearth-heading">
        {t('ui.compare.heading')}
      </h3>
      {work.phase === 'failed' ? (
        <FailureMessage failure={work.failure} name={work.name} focus />
      ) : null}
      {work.phase === 'choosing' || work.phase === 'failed' ? <Sources compare={compare} /> : null}
      {work.phase === 'comparing' ? (
        <div role="status">
          <Loading words={t('ui.compare.comparing', { name: work.name })} />
        </div>
      ) : null}
      {work.phase === 'compared' ? (
        <Result compare={compare} comparison={work.comparison} name={work.name} />
      ) : null}
    </section>
  );
}
