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
    <section aria-labelledby="hearth-cases" className="hearth-field">
      <h2 id="hearth-cases" className="hearth-heading">
        {t('ui.cases.title')}
      </h2>
      <p className="hearth-quiet">{t('ui.cases.help')}</p>
      {cases.length === 0 ? (
        <p>{t('ui.cases.none')}</p>
      ) : (
        <table className="hearth-table">
          <thead>
            <tr>
              <th scope="col">{t('ui.cases.name')}</th>
              <th scope="col">{t('ui.cases.opened')}</th>
              <th scope="col" className="hearth-number">
                {t('ui.cases.zips')}
              </th>
              <th scope="col">{t('ui.cases.lookup')}</th>
              <th scope="col">
                <span className="hearth-hidden">{t('ui.cases.action')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {cases.map((one) => (
              <tr key={one.id}>
                <td>{one.name}</td>
                <td>{format.date(one.openedAt)}</td>
                <td className="hearth-number">{format.count(one.zips)}</td>
                <td>{one.lookup ? t('ui.cases.lookup.yes') : t('ui.cases.lookup.no')}</td>
                <td className="hearth-number">
                  <Button
                    spacing="compact"
                    aria-label={t('ui.cases.close.of', { name: one.name })}
                    onClick={() => {
                      onClose(one);
                    }}
                  >
                    {t('ui.cases.close')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface TablesProps {
  readonly tables: readonly LookupTable[];
  readonly onDelete: (one: LookupTable) => void;
}

function Tables({ tables, onDelete }: TablesProps) {
  const { t, format } = useLanguage();
  return (
    <section aria-labelledby="hearth-tables" className="hearth-field">
      <h2 id="hearth-tables" className="hearth-heading">
        {t('ui.tables.title')}
      </h2>
      <p className="hearth-quiet">{t('ui.tables.help')}</p>
      {tables.length === 0 ? (
        <p>{t('ui.tables.none')}</p>
      ) : (
        <table className="hearth-table">
          <thead>
            <tr>
              <th scope="col">{t('ui.tables.name')}</th>
              <th scope="col">{t('ui.tables.created')}</th>
              <th scope="col" className="hearth-number">
                {t('ui.tables.values')}
              </th>
              <th scope="col">{t('ui.tables.until')}</th>
              <th scope="col">
                <span className="hearth-hidden">{t('ui.cases.action')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {tables.map((one) => (
              <tr key={one.id}>
                <td>{one.name}</td>
                <td>{format.date(one.createdAt)}</td>
                <td className="hearth-number">{format.count(one.values)}</td>
                <td>
                  {one.deletedAt === undefined
                    ? t('ui.tables.until.case')
                    : format.date(one.deletedAt)}
                </td>
                <td className="hearth-number">
                  <Button
                    spacing="compact"
                    aria-label={t('ui.tables.delete.of', { name: one.name })}
                    onClick={() => {
                      onDelete(one);
                    }}
                  >
                    {t('ui.tables.delete')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
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
