import type { Environment } from '../../shared/environment';
import type { Translate } from '../../shared/i18n';
import { digestOf, show } from '../stage';
import { OverviewView } from './page';

export function mount(environment: Environment, t: Translate): void {
  const digest = digestOf(environment);
  show(
    environment,
    t,
    <OverviewView digest={digest} contextPath={environment.contextPath} />,
    digest,
  );
}
