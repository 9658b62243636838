import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useLanguage } from '../language';
import { CaseSection } from './case-section';
import { Items } from './items';
import { LimitsSection } from './limits';
import { NamesSection } from './names';
import { isNobody, NodesSection } from './nodes';
import type { Choosing } from './page-state';
import type { SupportZipPage } from './page-store';
import { Presets } from './presets';
import { ProblemMessage } from '../problems';
import { isComplete, totalsOf } from './choice';
import { periodFault } from './period';

interface Props {
  readonly page: SupportZipPage;
  readonly state: Choosing;
}

export function Choose({ page, state }: Props) {
  const { t } = useLanguage();
  if (!state.catalogue.items.some((item) => item.available)) {
    return (
      <SectionMessage appearance="information" title={t('ui.empty.title')}>
        {t('ui.empty.body')}
      </SectionMessage>
    );
  }
  return (
    <form
      className="hearth-form"
      onSubmit={(event) => {
        event.preventDefault();
        void page.create();
      }}
    >
      <Presets page={page} state={state} />
      <Items page={page} state={state} />
      <LimitsSection page={page} state={state} />
      <NodesSection page={page} state={state} />
      <NamesSection page={page} state={state} />
      <CaseSection page={page} state={state} />
      {state.notice === undefined ? null : (
        <ProblemMessage notice={state.notice} onRetry={() => void page.create()} focus />
      )}
      <TotalBar page={page} state={state} />
    </form>
  );
}

function TotalBar({ page, state }: Props) {
  const { t, format } = useLanguage();
  const { catalogue, choice, sizes, starting } = state;
  const totals = totalsOf(choice, catalogue);
  const fault = periodFault(choice.limits.period);
  const over = totals.bytes > choice.limits.maxBytes;
  return (
    <div className="hearth-total" role="group" aria-label={t('ui.total.label')}>
      <div className="hearth-total-words" aria-live="polite">
        <strong>{t('ui.total.items', { items: totals.items })}</strong>
        {totals.items === 0 ? (
          <span>{t('ui.total.none')}</span>
        ) : (
          <span className={sizes === 'counting' ? 'hearth-counting' : undefined}>
            {sizes === 'counting'
              ? t('ui.total.updating')
              : t('ui.total.size', {
                  size: format.bytes(totals.bytes),
                  zip: format.bytes(totals.zipBytes),
                })}
          </span>
        )}
        {sizes === 'stale' ? <span className="hearth-warn">{t('ui.total.stale')}</span> : null}
        {fault === undefined ? null : (
          <span className="hearth-warn">{t(`ui.period.${fault}`)}</span>
        )}
        {over && sizes === 'counted' ? (
          <span className="hearth-warn">
            {t('ui.total.over', { size: format.bytes(choice.limits.maxBytes) })}
          </span>
        ) : null}
      </div>
      <div className="hearth-total-buttons">
        <Button
          isDisabled={starting || !isComplete(choice) || isNobody(state)}
          onClick={() => void page.store()}
        >
          {t('ui.stored.create')}
        </Button>
        <Button
          type="submit"
          appearance="primary"
          isLoading={starting}
          isDisabled={!isComplete(choice)}
        >
          {t('ui.create')}
        </Button>
      </div>
    </div>
  );
}
