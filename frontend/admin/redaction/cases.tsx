import Button from '@atlaskit/button/new';
import Modal, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { useEffect, useState } from 'react';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import type { Cases } from './cases-store';
import type { LookupTable, Rules, SupportCase } from './contract';
import { KeptList } from './kept-list';
import { Lookup } from './lookup';

interface Props {
  readonly rules: Rules;
  readonly cases: Cases;
}

type Doomed =
  | { readonly what: 'case'; readonly id: string; readonly name: string }
  | { readonly what: 'table'; readonly id: string; readonly name: string };

export function CasesPanel({ rules, cases }: Props) {
  const { t } = useLanguage();
  const { kept, search, problem } = useStore(cases.state);
  const [doomed, setDoomed] = useState<Doomed>();
  useEffect(() => {
    void cases.load();
  }, [cases]);
  if (kept.phase === 'loading') {
    return <Loading words={t('ui.cases.loading')} />;
  }
  if (kept.phase === 'failed') {
    return <ProblemMessage notice={kept.problem} onRetry={() => void cases.load()} focus />;
  }
  return (
    <div className="hearth-stack">
      {problem === undefined ? null : <ProblemMessage notice={problem} focus />}
      <Lookup cases={cases} search={search} rules={rules} />
      <OpenCases
        cases={kept.cases}
        onClose={(one) => {
          setDoomed({ what: 'case', id: one.id, name: one.name });
        }}
      />
      <Tables
        tables={kept.tables}
        onDelete={(one) => {
          setDoomed({ what: 'table', id: one.id, name: one.name });
        }}
      />
      <ModalTransition>
        {doomed === undefined ? null : (
          <Sure
            doomed={doomed}
            onKeep={() => {
              setDoomed(undefined);
            }}
            onDelete={() => {
              setDoomed(undefined);
              void (doomed.what === 'case'
                ? cases.closeCase(doomed.id)
                : cases.deleteTable(doomed.id));
            }}
          />
        )}
      </ModalTransition>
    </div>
  );
}

interface OpenProps {
  readonly cases: readonly SupportCase[];
  readonly onClose: (one: SupportCase) => void;
}

function OpenCases({ cases, onClose }: OpenProps) {
  const { t, format } = useLanguage();
  return (
    <KeptList
      id="hearth-cases"
      title={t('ui.cases.title')}
      help={t('ui.cases.help')}
      none={t('ui.cases.none')}
      head={[t('ui.cases.name'), t('ui.cases.opened'), t('ui.cases.zips'), t('ui.cases.lookup')]}
      rows={cases.map((one) => ({
        id: one.id,
        cells: [
          one.name,
          format.date(one.openedAt),
          format.count(one.zips),
          one.lookup ? t('ui.cases.lookup.yes') : t('ui.cases.lookup.no'),
        ],
        action: t('ui.cases.close'),
        actionOf: t('ui.cases.close.of', { name: one.name }),
        onAction: () => {
          onClose(one);
        },
      }))}
    />
  );
}

interface TablesProps {
  readonly tables: readonly LookupTable[];
  readonly onDelete: (one: LookupTable) => void;
}

function Tables({ tables, onDelete }: TablesProps) {
  const { t, format } = useLanguage();
  return (
    <KeptList
      id="hearth-tables"
      title={t('ui.tables.title')}
      help={t('ui.tables.help')}
      none={t('ui.tables.none')}
      head={[
        t('ui.tables.name'),
        t('ui.tables.created'),
        t('ui.tables.values'),
        t('ui.tables.until'),
      ]}
      rows={tables.map((one) => ({
        id: one.id,
        cells: [
          one.name,
          format.date(one.createdAt),
          format.count(one.values),
          one.deletedAt === undefined ? t('ui.tables.until.case') : format.date(one.deletedAt),
        ],
        action: t('ui.tables.delete'),
        actionOf: t('ui.tables.delete.of', { name: one.name }),
        onAction: () => {
          onDelete(one);
        },
      }))}
    />
  );
}

interface SureProps {
  readonly doomed: Doomed;
  readonly onKeep: () => void;
  readonly onDelete: () => void;
}

function Sure({ doomed, onKeep, onDelete }: SureProps) {
  const { t } = useLanguage();
  return (
    <Modal width="small" onClose={onKeep}>
      <ModalHeader>
        <ModalTitle appearance="warning">
          {t(`ui.sure.${doomed.what}.title`, { name: doomed.name })}
        </ModalTitle>
      </ModalHeader>
      <ModalBody>{t(`ui.sure.${doomed.what}.body`)}</ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onKeep}>
          {t('ui.sure.keep')}
        </Button>
        <Button appearance="warning" onClick={onDelete}>
          {t(`ui.sure.${doomed.what}.do`)}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
