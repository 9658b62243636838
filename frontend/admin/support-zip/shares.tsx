import Lozenge from '@atlaskit/lozenge';
import { useLanguage } from '../language';
import type { NodeShare } from './stored-contract';

/** Below it a difference of clocks moves no line of a log past another. */
const TELLING_MS = 2000;

const LOOKS = {
  asked: 'default',
  waiting: 'default',
  learning: 'inprogress',
  learned: 'inprogress',
  writing: 'inprogress',
  ready: 'new',
  gathered: 'success',
  missing: 'removed',
} as const;

/** What became of each node's part of a ZIP. */
export function Shares({ shares }: { readonly shares: readonly NodeShare[] }) {
  const { t } = useLanguage();
  return (
    <ul className="hearth-shares" aria-label={t('ui.nodes.heading')}>
      {shares.map((share) => (
        <li key={share.node}>
          <span className="hearth-share-node">{share.node}</span>
          <Lozenge appearance={LOOKS[share.state]}>{t(`ui.share.${share.state}`)}</Lozenge>
          <Words share={share} />
        </li>
      ))}
    </ul>
  );
}

function Words({ share }: { readonly share: NodeShare }) {
  const { t, format } = useLanguage();
  const { text, clockAheadMs = 0, state } = share;
  const working = state === 'learning' || state === 'writing';
  const words = [
    ...(text === undefined ? [] : [text]),
    ...(working && share.filesTotal > 0
      ? [t('ui.stored.files', { done: share.filesDone, total: share.filesTotal })]
      : []),
    ...(Math.abs(clockAheadMs) < TELLING_MS
      ? []
      : [
          t(clockAheadMs > 0 ? 'ui.share.ahead' : 'ui.share.behind', {
            time: format.duration(Math.abs(clockAheadMs)),
          }),
        ]),
  ];
  return words.length === 0 ? null : (
    <span className={text === undefined ? 'hearth-quiet' : 'hearth-warn'}>{words.join(' · ')}</span>
  );
}
