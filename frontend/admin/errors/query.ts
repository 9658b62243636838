import type { Status } from './contract';

export type Sort = 'lastSeen' | 'firstSeen' | 'total' | 'users';
export const SORTS = ['lastSeen', 'firstSeen', 'total', 'users'] as const satisfies Sort[];

/** What the list is narrowed to; empty text narrows nothing. */
export interface Query {
  readonly q: string;
  readonly app: string;
  readonly state: Status | '';
  readonly browser: string;
  readonly release: string;
  readonly sort: Sort;
}

export const EVERYTHING: Query = {
  q: '',
  app: '',
  state: '',
  browser: '',
  release: '',
  sort: 'lastSeen',
};

/** What the server gives at once; the rest follows while somebody scrolls. */
export const PAGE = 500;

export function narrowed(query: Query): boolean {
  return (['q', 'app', 'state', 'browser', 'release'] as const).some((key) => query[key] !== '');
}

/** The part that list and export share. */
export function narrowing(query: Query): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const key of ['q', 'app', 'state', 'browser', 'release'] as const) {
    if (query[key] !== '') {
      parameters.set(key, query[key]);
    }
  }
  return parameters;
}

export function listPath(query: Query, offset: number): string {
  const parameters = narrowing(query);
  parameters.set('sort', query.sort);
  parameters.set('offset', String(offset));
  parameters.set('limit', String(PAGE));
  return `error-groups?${parameters.toString()}`;
}

export function exportPath(query: Query, form: 'csv' | 'jsonl'): string {
  const parameters = narrowing(query);
  parameters.set('format', form);
  return `errors/export?${parameters.toString()}`;
}
