import type { components } from '../../shared/api-types';
import { count, flag, oneOf, shape, type Parser } from '../../shared/parse';

export type FirstRun = components['schemas']['FirstRun'];
export type Answers = components['schemas']['FirstRunAnswers'];

export const MODES = [
  'none',
  'this-app',
  'all-apps',
  'chosen',
  'everything',
] as const satisfies FirstRun['errors'][];

export const parseFirstRun: Parser<FirstRun> = shape({
  state: oneOf('open', 'put-off', 'answered'),
  errors: oneOf(...MODES),
  reports: flag,
  counting: flag,
  destinations: count,
});
