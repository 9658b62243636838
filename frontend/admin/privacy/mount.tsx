import type { Environment } from '../../shared/environment';
import type { Translate } from '../../shared/i18n';
import { clientOf, show, wait } from '../stage';
import { AuditStore } from './audit-store';
import { KeptStore } from './kept-store';
import { PrivacyView } from './page';
import { openUnseen, ProofStore } from './proof-store';
import { TextStore } from './text-store';
import '../redaction/redaction.css';
import './privacy.css';

/** The pages of the app that the product links to from here. */
function linkedPages(): readonly string[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href*="/hearth/admin/"]')];
  const pages = links.map((link) => /\/hearth\/admin\/([a-z-]+)/.exec(link.pathname)?.[1] ?? '');
  return [...new Set([...pages, 'errors', 'privacy', 'redaction', 'support-zip'])]
    .filter((page) => page !== '')
    .sort();
}

export function mount(environment: Environment, t: Translate): void {
  const client = clientOf(environment);
  const kept = new KeptStore(client, wait);
  show(
    environment,
    t,
    <PrivacyView
      kept={kept}
      audit={new AuditStore(client)}
      register={new TextStore(client, 'register')}
      notice={new TextStore(client, 'notice')}
      proof={new ProofStore(client, linkedPages(), openUnseen(environment.contextPath))}
      url={client.url}
    />,
  );
  void kept.load();
}
