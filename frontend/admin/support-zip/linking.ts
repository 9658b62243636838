import type { SupportCase } from '../redaction/contract';
import type { SupportZipRequest } from './contract';

/** Whether this ZIP shall share its replacements with others, and whether a look-up table is kept. */
export type Linking =
  | { readonly kind: 'none'; readonly lookup: boolean }
  | { readonly kind: 'case'; readonly id: string }
  | { readonly kind: 'new'; readonly name: string; readonly lookup: boolean };

export const UNLINKED: Linking = { kind: 'none', lookup: false };

/** What the request says of it; nothing, when the ZIP stands alone and leaves no table. */
export function redactionOf(linking: Linking): SupportZipRequest['redaction'] {
  if (linking.kind === 'case') {
    return { case: linking.id };
  }
  return linking.lookup ? { lookup: true } : undefined;
}

/** Somebody who turns to another way of linking finds what fits it. */
export function turnedTo(
  kind: Linking['kind'],
  cases: readonly SupportCase[],
  before: Linking,
): Linking {
  const lookup = before.kind !== 'case' && before.lookup;
  switch (kind) {
    case 'none':
      return { kind, lookup };
    case 'new':
      return { kind, name: before.kind === 'new' ? before.name : '', lookup };
    case 'case':
      return { kind, id: cases[0]?.id ?? '' };
  }
}

/** A case that somebody closed meanwhile cannot be used any more. */
export function stillThere(linking: Linking, cases: readonly SupportCase[] | undefined): Linking {
  return linking.kind !== 'case' || cases?.some(({ id }) => id === linking.id) === true
    ? linking
    : UNLINKED;
}
