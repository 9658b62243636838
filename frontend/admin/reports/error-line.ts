import type { Report } from './contract';

/** An error as its reporter saw it. */
export const errorLine = ({ type, value, app }: Report['errors'][number]): string =>
  `${type}: ${value}${app === '' ? '' : ` (${app})`}`;
