import type { Environment } from '../../shared/environment';
import type { Translate } from '../../shared/i18n';
import { save } from '../privacy/save';
import { clientOf, show } from '../stage';
import { ImportStore } from './import-store';
import { SettingsView } from './page';
import { SettingsStore } from './settings-store';
import '../redaction/redaction.css';
import './settings.css';

export function mount(environment: Environment, t: Translate): void {
  const client = clientOf(environment);
  const settings = new SettingsStore(client, save);
  const importing = new ImportStore(client, (result) => settings.finished('import', result));
  show(
    environment,
    t,
    <SettingsView
      settings={settings}
      importing={importing}
      contextPath={environment.contextPath}
    />,
  );
  void settings.load();
}
