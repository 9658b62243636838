import Button from '@atlaskit/button/new';
import { RadioGroup } from '@atlaskit/radio';
import SectionMessage from '@atlaskit/section-message';
import Select from '@atlaskit/select';
import { useEffect } from 'react';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import type { PreviewItem, Rules } from './contract';
import type { Draft } from './draft';
import { Legend } from './marked';
import { PreviewLines } from './preview-lines';
import type { PreviewState, PreviewStore, Shown, Where } from './preview-store';

interface Props {
  readonly rules: Rules;
  readonly draft: Draft;
  readonly preview: PreviewStore;
}

const WHERE = ['findings', 'start', 'end'] as const satisfies Where[];

/** A real file before and after, before any ZIP is made. */
export function PreviewPanel({ rules, draft, preview }: Props) {
  const { t } = useLanguage();
  const state = useStore(preview.state);
  useEffect(() => {
    void preview.list();
    // Settings that were changed meanwhile show a file anew, and a case may have been closed.
    void preview.listCases().then(() => preview.show());
  }, [preview, draft]);
  const { files } = state;
  if (files.phase === 'loading') {
    return <Loading words={t('ui.preview.listing')} />;
  }
  if (files.phase === 'failed') {
    return <ProblemMessage notice={files.problem} onRetry={() => void preview.list()} focus />;
  }
  if (files.items.length === 0) {
    return (
      <SectionMessage appearance="information" title={t('ui.preview.empty.title')}>
        {t('ui.preview.empty.body')}
      </SectionMessage>
    );
  }
  return (
    <div className="hearth-stack">
      <p className="hearth-quiet">{t('ui.preview.lead')}</p>
      <Choice items={files.items} state={state} preview={preview} />
      <div aria-live="polite">
        <ShownFile shown={state.shown} rules={rules} preview={preview} />
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly items: readonly PreviewItem[];
  readonly state: PreviewState;
  readonly preview: PreviewStore;
}

function Choice({ items, state, preview }: ChoiceProps) {
  const { t, format } = useLanguage();
  const item = items.find(({ id }) => id === state.item);
  const itemOptions = items.map(({ id, title }) => ({ value: id, label: title }));
  const fileOptions = (item?.files ?? []).map(({ name, bytes }) => ({
    value: name,
    label: t('ui.preview.file.option', { name, size: format.bytes(bytes) }),
  }));
  return (
    <div className="hearth-preview-choice">
      <div className="hearth-limit">
        <label htmlFor="hearth-preview-item">{t('ui.preview.item')}</label>
        <Select
          inputId="hearth-preview-item"
          placeholder={t('ui.preview.item.none')}
          options={itemOptions}
          value={itemOptions.find(({ value }) => value === state.item) ?? null}
          onChange={(option) => {
            preview.chooseItem(option?.value ?? '');
          }}
        />
      </div>
      <div className="hearth-limit">
        <label htmlFor="hearth-preview-file">{t('ui.preview.file')}</label>
        <Select
          inputId="hearth-preview-file"
          placeholder={t('ui.preview.file.none')}
          isDisabled={item === undefined}
          options={fileOptions}
          value={fileOptions.find(({ value }) => value === state.file) ?? null}
          onChange={(option) => {
            if (option !== null) {
              void preview.chooseFile(option.value);
            }
          }}
        />
        {item?.more === true ? <p className="hearth-quiet">{t('ui.preview.more-files')}</p> : null}
      </div>
      <CaseChoice state={state} preview={preview} />
      <fieldset className="hearth-section">
        <legend>{t('ui.preview.where')}</legend>
        <RadioGroup
          aria-label={t('ui.preview.where')}
          name="where"
          value={state.where}
          options={WHERE.map((value) => ({
            name: 'where',
            value,
            label: t(`ui.preview.where.${value}`),
          }))}
          onChange={(event) => {
            const where = WHERE.find((one) => one === event.currentTarget.value);
            if (where !== undefined) {
              void preview.chooseWhere(where);
            }
          }}
        />
      </fieldset>
    </div>
  );
}

/** Whose replacements are shown; where no case is open there is nothing to choose. */
function CaseChoice({ state, preview }: Pick<ChoiceProps, 'preview' | 'state'>) {
  const { t } = useLanguage();
  if (state.cases.length === 0) {
    return null;
  }
  const options = [
    { value: '', label: t('ui.preview.case.none') },
    ...state.cases.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className="hearth-limit hearth-preview-case">
      <label htmlFor="hearth-preview-case">{t('ui.preview.case')}</label>
      <Select
        inputId="hearth-preview-case"
        options={options}
        value={options.find(({ value }) => value === state.ofCase) ?? null}
        onChange={(option) => {
          void preview.chooseCase(option?.value ?? '');
        }}
      />
    </div>
  );
}

interface ShownProps {
  readonly shown: Shown;
  readonly rules: Rules;
  readonly preview: PreviewStore;
}

function ShownFile({ shown, rules, preview }: ShownProps) {
  const { t } = useLanguage();
  if (shown.phase === 'nothing') {
    return null;
  }
  if (shown.phase === 'loading') {
    return <Loading words={t('ui.preview.loading')} />;
  }
  if (shown.phase === 'failed') {
    return <ProblemMessage notice={shown.problem} onRetry={() => void preview.show()} />;
  }
  const { unreadable, lines, counts, more, learned } = shown.preview;
  if (unreadable !== undefined) {
    return (
      <SectionMessage appearance="warning" title={t('ui.preview.unreadable')}>
        {unreadable.text}
      </SectionMessage>
    );
  }
  return (
    <div className="hearth-stack">
      {learned.complete ? null : (
        <p className="hearth-warn">{t('ui.preview.learned', { files: learned.files })}</p>
      )}
      <Legend rules={rules} counts={counts} />
      {lines.length === 0 ? (
        <p>{t('ui.preview.nothing')}</p>
      ) : (
        <PreviewLines lines={lines} rules={rules} />
      )}
      {shown.problem === undefined ? null : <ProblemMessage notice={shown.problem} />}
      {more ? (
        <div>
          <Button isLoading={shown.adding} onClick={() => void preview.more()}>
            {t('ui.preview.more')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
