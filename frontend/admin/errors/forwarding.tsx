import { useEffect } from 'react';
import { DestinationPanel } from '../destination';
import { Fact } from '../fact';
import { useLanguage } from '../language';
import { useStore } from '../use-store';
import type { ForwardingStore } from './forwarding-store';
import { poll } from './poller';

/** Where errors are forwarded to; the figures move while somebody looks. */
export function Forwarding({ forwarding }: { readonly forwarding: ForwardingStore }) {
  const { t } = useLanguage();
  useEffect(() => {
    void forwarding.load();
    return poll(window, () => forwarding.load());
  }, [forwarding]);
  return (
    <section aria-labelledby="hearth-forward" className="hearth-field">
      <h2 id="hearth-forward" className="hearth-heading">
        {t('ui.errors.forward.heading')}
      </h2>
      <p className="hearth-quiet">{t('ui.errors.forward.help')}</p>
      <DestinationPanel store={forwarding.destination}>
        <Figures forwarding={forwarding} />
      </DestinationPanel>
    </section>
  );
}

function Figures({ forwarding }: { readonly forwarding: ForwardingStore }) {
  const { t, format } = useLanguage();
  const counts = useStore(forwarding.counts);
  if (counts === 'loading') {
    return null;
  }
  if (counts === 'unknown') {
    return <p className="hearth-warn">{t('ui.errors.forward.unknown')}</p>;
  }
  const dropped = counts.dropped.map(({ why, count }) => t(`ui.errors.forward.${why}`, { count }));
  return (
    <>
      <dl className="hearth-facts">
        <Fact name={t('ui.errors.forward.waiting')}>{format.count(counts.waiting)}</Fact>
        <Fact name={t('ui.errors.forward.dropped')}>
          {dropped.length === 0 ? t('ui.errors.forward.none') : dropped.join(', ')}
        </Fact>
      </dl>
      {counts.pausedSeconds === 0 ? null : (
        <p className="hearth-warn">
          {t('ui.errors.forward.paused', { seconds: counts.pausedSeconds })}
        </p>
      )}
    </>
  );
}
