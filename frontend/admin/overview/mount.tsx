import type { Environment } from '../../shared/environment';
import type { Translate } from '../../shared/i18n';
import { FirstRunStore } from '../first-run/first-run-store';
import { clientOf, digestOf, show } from '../stage';
import { OverviewView } from './page';

export function mount(environment: Environment, t: Translate): void {
  const digest = digestOf(environment);
  const firstRun = new FirstRunStore(clientOf(environment));
  show(
    environment,
    t,
    <OverviewView digest={digest} firstRun={firstRun} contextPath={environment.contextPath} />,
    digest,
  );
  void firstRun.load(window.location.hash === '#/first-run');
}
