import Button from '@atlaskit/button/new';
import { useLanguage } from '../language';
import type { Crumb, Sample } from './contract';
import type { Detail, Opened } from './detail-store';
import { hashOf } from './route';
import { Stack } from './stack';

interface Props {
  readonly detail: Detail;
  readonly state: Opened;
}

/** One error that was kept whole, with the way to its neighbours. */
export function SampleView({ detail, state }: Props) {
  const { t } = useLanguage();
  const sample = state.group.samples[state.sample];
  if (sample === undefined) {
    return <p className="hearth-quiet">{t('ui.errors.sample.none')}</p>;
  }
  return (
    <>
      <Chooser detail={detail} state={state} sample={sample} />
      <section aria-labelledby="hearth-stack" className="hearth-stack-section">
        <h3 id="hearth-stack" className="hearth-heading">
          {t('ui.errors.stack')}
        </h3>
        <MappingLine detail={detail} state={state} sample={sample} />
        <Stack sample={sample} />
      </section>
      <section aria-labelledby="hearth-crumbs">
        <h3 id="hearth-crumbs" className="hearth-heading">
          {t('ui.errors.crumbs')}
        </h3>
        <Crumbs crumbs={sample.crumbs} />
      </section>
    </>
  );
}

function Chooser({ detail, state, sample }: Props & { readonly sample: Sample }) {
  const { t, format } = useLanguage();
  const { samples } = state.group;
  const facts = [
    sample.browser,
    sample.system,
    sample.appRelease,
    sample.feature ?? '',
    sample.node,
  ];
  return (
    <nav aria-label={t('ui.errors.samples')} className="hearth-samples">
      <span aria-live="polite">
        <strong>{t('ui.errors.sample', { index: state.sample + 1, count: samples.length })}</strong>{' '}
        {format.date(sample.time)}
        <span className="hearth-quiet"> {facts.filter((one) => one !== '').join(' · ')}</span>
      </span>
      <span className="hearth-buttons">
        <Button
          spacing="compact"
          isDisabled={state.sample === 0}
          onClick={() => {
            detail.show(state.sample - 1);
          }}
        >
          {t('ui.errors.sample.newer')}
        </Button>
        <Button
          spacing="compact"
          isDisabled={state.sample >= samples.length - 1}
          onClick={() => {
            detail.show(state.sample + 1);
          }}
        >
          {t('ui.errors.sample.older')}
        </Button>
      </span>
    </nav>
  );
}

/** Whether what stands below is the original source, and what to do when it is not. */
function MappingLine({ detail, state, sample }: Props & { readonly sample: Sample }) {
  const { t } = useLanguage();
  const mapped = sample.exceptions.some(({ frames }) =>
    frames.some(({ original }) => original !== undefined),
  );
  const words = mapped ? 'mapped' : state.mapping === 'mapped' ? 'other' : state.mapping;
  return (
    <p className="hearth-quiet hearth-mapping" role="status">
      {words === 'unasked' ? null : t(`ui.errors.mapping.${words}`)}{' '}
      {words === 'none' ? (
        <a href={hashOf({ at: 'tab', tab: 'maps' })}>{t('ui.errors.mapping.add')}</a>
      ) : null}
      {words === 'failed' ? (
        <Button spacing="compact" appearance="subtle" onClick={() => void detail.symbolicate()}>
          {t('ui.problem.retry')}
        </Button>
      ) : null}
    </p>
  );
}

function Crumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const { t, format } = useLanguage();
  if (crumbs.length === 0) {
    return <p className="hearth-quiet">{t('ui.errors.crumbs.none')}</p>;
  }
  return (
    <ol className="hearth-crumbs">
      {crumbs.map((crumb, index) => (
        <li key={index} className={crumb.level === 'error' ? 'hearth-crumb-error' : undefined}>
          <time dateTime={crumb.time}>{format.time(crumb.time)}</time>
          <code>{crumb.category}</code>
          <span>{crumb.message}</span>
        </li>
      ))}
    </ol>
  );
}
