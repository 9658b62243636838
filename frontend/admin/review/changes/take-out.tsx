import Button from '@atlaskit/button/new';
import Modal, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { RadioGroup } from '@atlaskit/radio';
import { useState } from 'react';
import { LONGEST_WORD, SHORTEST_WORD } from '../../../shared/review-changes';
import { useLanguage } from '../../language';
import { useStore } from '../../use-store';
import { selectedOf, type Shown } from '../viewer-store';
import type { Changes } from './changes-store';

interface Props {
  readonly changes: Changes;
  readonly state: Shown;
}

/** Takes lines out of the text that is shown, or what is searched for. */
export function TakeOut({ changes, state }: Props) {
  const { t } = useLanguage();
  const { work } = useStore(changes.state);
  const [asking, setAsking] = useState(false);
  const busy = work.phase !== 'idle';
  const { query, node } = state;
  const fits = query.length >= SHORTEST_WORD && query.length <= LONGEST_WORD;
  return (
    <div className="hearth-review-tools">
      <Button
        spacing="compact"
        isDisabled={busy}
        onClick={() => void changes.takeLines(node, selectedOf(state))}
      >
        {t(state.anchor === undefined ? 'ui.review.change.line' : 'ui.review.change.lines')}
      </Button>
      <Button
        spacing="compact"
        isDisabled={busy || !fits}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('ui.review.change.word')}
      </Button>
      <span className="hearth-quiet">{t('ui.review.change.hint')}</span>
      <ModalTransition>
        {asking ? (
          <WordDialog
            changes={changes}
            state={state}
            onClose={() => {
              setAsking(false);
            }}
          />
        ) : null}
      </ModalTransition>
    </div>
  );
}

type Scope = 'all' | 'this' | 'ticked';

function WordDialog({ changes, state, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const { ticked } = useStore(changes.state);
  const [scope, setScope] = useState<Scope>('all');
  const { query, matchCase, node } = state;
  const indexes: Readonly<Record<Scope, () => readonly number[]>> = {
    all: () => changes.all,
    this: () => (node.entry === undefined ? [] : [node.entry.index]),
    ticked: () => [...ticked],
  };
  const options = [
    { name: 'scope', value: 'all', label: t('ui.review.change.scope.all') },
    { name: 'scope', value: 'this', label: t('ui.review.change.scope.this') },
    ...(ticked.size === 0
      ? []
      : [
          {
            name: 'scope',
            value: 'ticked',
            label: t('ui.review.change.scope.ticked', { count: ticked.size }),
          },
        ]),
  ];
  return (
    <Modal width="small" onClose={onClose}>
      <ModalHeader>
        <ModalTitle>{t('ui.review.change.word.title', { word: query })}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <RadioGroup
          aria-label={t('ui.review.change.scope')}
          options={options}
          value={scope}
          onChange={(event) => {
            setScope(event.currentTarget.value as Scope);
          }}
        />
        <p className="hearth-quiet">
          {t(matchCase ? 'ui.review.change.word.case' : 'ui.review.change.word.anyCase')}
        </p>
        <p className="hearth-quiet">{t('ui.review.change.word.limits')}</p>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          {t('ui.review.change.not')}
        </Button>
        <Button
          appearance="primary"
          onClick={() => {
            onClose();
            void changes.takeWord(query, matchCase, indexes[scope]());
          }}
        >
          {t('ui.review.change.word.go')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
