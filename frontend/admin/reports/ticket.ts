import { errorLine } from './error-line';
import type { Report } from './contract';

export type Who = 'administrator' | 'reporter';

/** What the ticket is to be. */
export interface Ticket {
  readonly form: 'eml' | 'zip';
  readonly from: Who;
  readonly replyTo: Who | '';
  readonly to: string;
  readonly subject: string;
  readonly screenshot: boolean;
  readonly errors: boolean;
}

export function ticketOf(report: Report, supportAddress: string): Ticket {
  return {
    form: 'eml',
    from: report.email === undefined ? 'administrator' : 'reporter',
    replyTo: '',
    to: supportAddress,
    subject: report.title,
    screenshot: report.screenshot !== undefined,
    errors: report.errors.length > 0,
  };
}

export function draftPath(id: string, ticket: Ticket, zip: string | undefined): string {
  const query = new URLSearchParams({ form: ticket.form });
  if (ticket.form === 'eml') {
    query.set('from', ticket.from);
    for (const name of ['replyTo', 'to', 'subject'] as const) {
      const value = ticket[name].trim();
      if (value !== '') {
        query.set(name, value);
      }
    }
  }
  setParts(query, ticket, zip);
  return `reports/${id}/draft?${query.toString()}`;
}

function setParts(query: URLSearchParams, ticket: Ticket, zip: string | undefined): void {
  for (const name of ['screenshot', 'errors'] as const) {
    if (ticket[name]) {
      query.set(name, 'yes');
    }
  }
  if (zip !== undefined) {
    query.set('zip', zip);
  }
}

/** Where to ask what a ticket would hold. */
export function contentsPath(id: string, ticket: Ticket, zip: string | undefined): string {
  const query = new URLSearchParams();
  setParts(query, ticket, zip);
  return `reports/${id}/ticket?${query.toString()}`;
}

/** Where to have a ticket sent to the endpoint of this address. */
export function sendPath(id: string, ticket: Ticket, zip: string | undefined, to: string): string {
  const query = new URLSearchParams({ to });
  setParts(query, ticket, zip);
  return `reports/${id}/send?${query.toString()}`;
}

/** What Windows hands to a mail program at most. */
const LONGEST_LINK = 1900;

/** A link for a mail program: text only, cut where programs would cut it without saying so. */
export function mailtoOf(report: Report, ticket: Ticket, cut: string): string {
  const paragraphs = [
    report.happened,
    report.expected,
    report.page,
    ...(ticket.errors ? report.errors.map(errorLine) : []),
  ].filter((one) => one !== '');
  const link = (body: string): string =>
    `mailto:${encodeURIComponent(ticket.to.trim()).replace('%40', '@')}` +
    `?subject=${encodeURIComponent(ticket.subject)}` +
    `&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  // By code points: half a character cannot be put into a link.
  const characters = Array.from(paragraphs.join('\n\n'));
  const whole = link(characters.join(''));
  if (whole.length <= LONGEST_LINK) {
    return whole;
  }
  let most = characters.length;
  while (most > 0 && link(`${characters.slice(0, most).join('')} ${cut}`).length > LONGEST_LINK) {
    most -= Math.max(1, Math.floor(most / 20));
  }
  return link(`${characters.slice(0, Math.max(0, most)).join('')} ${cut}`);
}
