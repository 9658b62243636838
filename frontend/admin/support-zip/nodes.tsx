import Checkbox from '@atlaskit/checkbox';
import { useLanguage } from '../language';
import type { Choosing } from './page-state';
import type { SupportZipPage } from './page-store';

interface Props {
  readonly page: SupportZipPage;
  readonly state: Choosing;
}

/** Whether no node at all is wanted. */
export const isNobody = ({ nodes, without }: Choosing): boolean =>
  nodes.length > 0 && nodes.every(({ name }) => without.includes(name));

/** Which nodes of a cluster give a part; an instance of one node has nothing to choose. */
export function NodesSection({ page, state }: Props) {
  const { t } = useLanguage();
  const { nodes, without } = state;
  if (nodes.length < 2) {
    return null;
  }
  const own = nodes.find((node) => node.own)?.name ?? '';
  return (
    <details className="hearth-limits">
      <summary>
        <span className="hearth-heading">{t('ui.nodes.heading')}</span>
        <span className="hearth-quiet">
          {t('ui.nodes.summary', {
            chosen: nodes.length - without.length,
            all: nodes.length,
          })}
        </span>
      </summary>
      <fieldset className="hearth-section hearth-case" aria-describedby="hearth-nodes-help">
        <legend className="hearth-hidden">{t('ui.nodes.heading')}</legend>
        {nodes.map((node) => (
          <Checkbox
            key={node.name}
            label={
              node.running
                ? t(node.own ? 'ui.nodes.own' : 'ui.nodes.other', { node: node.name })
                : t('ui.nodes.down', { node: node.name })
            }
            isChecked={!without.includes(node.name)}
            onChange={(event) => {
              page.chooseNode(node.name, event.currentTarget.checked);
            }}
          />
        ))}
        {isNobody(state) ? (
          <p className="hearth-warn" role="alert">
            {t('ui.nodes.none')}
          </p>
        ) : null}
        <p id="hearth-nodes-help" className="hearth-quiet">
          {t('ui.nodes.help', { node: own })}
        </p>
      </fieldset>
    </details>
  );
}
