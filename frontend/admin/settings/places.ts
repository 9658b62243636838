/** The sections that there are words for, in the order of the page, and where each is changed. */
export const PLACES = {
  errors: { page: 'errors', place: '/watch' },
  usage: { page: 'usage', place: '' },
  'usage-consent': { page: 'usage', place: '' },
  reports: { page: 'reports', place: '/settings' },
  redaction: { page: 'redaction', place: '' },
  'health-watch': { page: 'support-zip', place: '' },
  receivers: { page: 'support-zip', place: '' },
  retention: { page: 'privacy', place: '' },
  'privacy-texts': { page: 'privacy', place: '' },
  destinations: { page: 'privacy', place: '' },
} as const;

export type SectionId = keyof typeof PLACES;

export function isSection(id: string): id is SectionId {
  return Object.hasOwn(PLACES, id);
}
