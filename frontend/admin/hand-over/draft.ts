import { isSecretKey, keyFault, LARGEST_PART, SMALLEST_PART } from '../../shared/hand-over';
import type { Wanted } from '../../shared/hand-over';

export interface HandOverDraft {
  /** A key of the receiver; empty: as it is. */
  readonly to: string;
  /** In MiB, as typed; empty: one file. */
  readonly size: string;
}

export const EMPTY: HandOverDraft = { to: '', size: '' };

/** What the page sees for itself. */
export type DraftFault = 'form' | 'secret' | 'size';

const MIB = 1024 * 1024;

/** Bytes of the largest file; no number where none was typed, or what is none. */
export function limitOf({ size }: HandOverDraft): number | undefined {
  const bytes = size.trim() === '' ? NaN : Math.floor(Number(size) * MIB);
  return Number.isFinite(bytes) ? bytes : undefined;
}

/** A secret key is refused before it goes anywhere. */
export function secretFault({ to }: HandOverDraft): DraftFault | undefined {
  return isSecretKey(to) ? 'secret' : undefined;
}

export function faultOf(draft: HandOverDraft): DraftFault | undefined {
  const limit = limitOf(draft) ?? 0;
  if (draft.size.trim() !== '' && (limit < SMALLEST_PART || limit > LARGEST_PART)) {
    return 'size';
  }
  return draft.to.trim() === '' ? undefined : keyFault(draft.to);
}

export function wantedOf(draft: HandOverDraft): Wanted {
  const [to, limit] = [draft.to.trim(), limitOf(draft)];
  return { ...(to === '' ? {} : { to }), ...(limit === undefined ? {} : { limit }) };
}

/** Which field a fault is of. */
export function fieldOf(fault: DraftFault): keyof HandOverDraft {
  return fault === 'size' ? 'size' : 'to';
}
