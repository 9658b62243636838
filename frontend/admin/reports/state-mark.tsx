import Lozenge from '@atlaskit/lozenge';
import { useLanguage } from '../language';
import type { State } from './contract';

const LOOKS = { new: 'new', sent: 'inprogress', closed: 'default' } as const;

export function StateMark({ state }: { readonly state: State }) {
  const { t } = useLanguage();
  return <Lozenge appearance={LOOKS[state]}>{t(`ui.reports.state.${state}`)}</Lozenge>;
}
