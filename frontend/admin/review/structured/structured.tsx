import SectionMessage from '@atlaskit/section-message';
import { useEffect } from 'react';
import { useLanguage } from '../../language';
import { Loading } from '../../loading';
import { useStore } from '../../use-store';
import { FailureMessage } from '../failure';
import type { Node } from '../tree';
import { visible } from '../tree-view';
import { JsonTree } from './json-tree';
import { ManifestView } from './manifest-view';
import type { Structure, StructuredView } from './structured-store';
import { ThreadsView } from './threads-view';

interface Props {
  readonly view: StructuredView;
  readonly node: Node;
  readonly structure: Structure;
}

/** An entry by its parts. */
export function StructuredEntry({ view, node, structure }: Props) {
  useEffect(() => {
    void view.read(node, structure);
  }, [view, node, structure]);
  return (
    // What is longer than the window is scrolled, by the keyboard too.
    <div
      className="hearth-review-structured"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={visible(node.name)}
    >
      <Parts view={view} node={node} />
    </div>
  );
}

function Parts({ view, node }: Omit<Props, 'structure'>) {
  const { t } = useLanguage();
  const { node: read, shown } = useStore(view.state);
  if (read !== node || shown.kind === 'reading') {
    return <Loading words={t('ui.review.viewer.opening')} />;
  }
  switch (shown.kind) {
    case 'failed':
      return <FailureMessage failure={shown.failure} name={visible(node.name)} />;
    case 'not-json':
      return (
        <SectionMessage appearance="warning" title={t('ui.review.json.broken.title')}>
          {t('ui.review.json.broken.body', { why: visible(shown.why) })}
        </SectionMessage>
      );
    case 'json':
      return <JsonTree value={shown.value} />;
    case 'manifest':
      return <ManifestView manifest={shown.manifest} value={shown.value} />;
    case 'threads':
      return <ThreadsView report={shown.report} />;
  }
}

interface SwitchProps {
  readonly view: StructuredView;
}

/** Lines or parts. */
export function StructureSwitch({ view }: SwitchProps) {
  const { t } = useLanguage();
  const { wanted } = useStore(view.state);
  return (
    <div className="hearth-review-switch" role="group" aria-label={t('ui.review.as')}>
      {[false, true].map((parts) => (
        <button
          key={String(parts)}
          type="button"
          aria-pressed={parts === wanted}
          onClick={() => {
            view.want(parts);
          }}
        >
          {t(parts ? 'ui.review.as.parts' : 'ui.review.as.text')}
        </button>
      ))}
    </div>
  );
}
