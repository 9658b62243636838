import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useLanguage } from '../language';
import { AuditPanel } from './audit';
import type { AuditStore } from './audit-store';
import { KindsPanel } from './kinds';
import type { KeptStore } from './kept-store';
import { ProofPanel } from './proof';
import type { ProofStore } from './proof-store';
import type { TextStore } from './text-store';
import { TextPanel } from './texts';

export interface PrivacyPage {
  readonly kept: KeptStore;
  readonly audit: AuditStore;
  readonly register: TextStore;
  readonly notice: TextStore;
  readonly proof: ProofStore;
  readonly url: (path: string) => string;
}

export function PrivacyView({ kept, audit, register, notice, proof, url }: PrivacyPage) {
  const { t } = useLanguage();
  return (
    <div className="hearth-page hearth-page-wide hearth-privacy">
      <header className="hearth-header">
        <h1>{t('ui.privacy.title')}</h1>
        <p className="hearth-lead">{t('ui.privacy.lead')}</p>
        <p className="hearth-promise">{t('ui.privacy.promise')}</p>
      </header>
      <Tabs id="hearth-privacy">
        <TabList>
          <Tab>{t('ui.privacy.tab.kept')}</Tab>
          <Tab>{t('ui.privacy.tab.audit')}</Tab>
          <Tab>{t('ui.privacy.tab.register')}</Tab>
          <Tab>{t('ui.privacy.tab.notice')}</Tab>
          <Tab>{t('ui.privacy.tab.proof')}</Tab>
        </TabList>
        <TabPanel>
          <KindsPanel store={kept} url={url} />
        </TabPanel>
        <TabPanel>
          <AuditPanel store={audit} url={url} />
        </TabPanel>
        <TabPanel>
          <TextPanel store={register} />
        </TabPanel>
        <TabPanel>
          <TextPanel store={notice} />
        </TabPanel>
        <TabPanel>
          <ProofPanel store={proof} />
        </TabPanel>
      </Tabs>
    </div>
  );
}
