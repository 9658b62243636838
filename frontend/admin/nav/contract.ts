import type { components } from '../../shared/api-types';
import { count, list, oneOf, optional, shape, text, type Parser } from '../../shared/parse';

type Schemas = components['schemas'];

export type Digest = Schemas['Digest'];
export type DigestLine = Schemas['DigestLine'];

export const parseDigest: Parser<Digest> = shape({
  now: text,
  lines: list(
    shape({
      page: text,
      id: text,
      level: oneOf('info', 'warning'),
      count,
      fresh: count,
      name: text,
      place: optional(text),
    }),
  ),
});
