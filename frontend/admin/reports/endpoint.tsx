import { DestinationPanel } from '../destination';
import type { DestinationStore } from '../destination-store';
import { useLanguage } from '../language';

/** Where this server may send a report to, once somebody confirmed it. */
export function Endpoint({ endpoint }: { readonly endpoint: DestinationStore }) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="hearth-reports-endpoint" className="hearth-field">
      <h2 id="hearth-reports-endpoint" className="hearth-heading">
        {t('ui.send.endpoint')}
      </h2>
      <p className="hearth-quiet">{t('ui.send.endpoint.help')}</p>
      <DestinationPanel store={endpoint} />
    </section>
  );
}
