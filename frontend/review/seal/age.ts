import { Encrypter } from 'age-encryption';
import { keyFault } from '../../shared/hand-over';

/** Whether something can be encrypted to a key; a point that shares no secret is none. */
export async function isRecipient(typed: string): Promise<boolean> {
  if (keyFault(typed) !== undefined) {
    return false;
  }
  try {
    await encrypterTo(typed).encrypt(new Uint8Array(0));
    return true;
  } catch {
    return false;
  }
}

/** The age format, version 1, for one X25519 recipient: chunk after chunk, in constant memory. */
export function encrypted(
  plain: ReadableStream<Uint8Array>,
  to: string,
): Promise<ReadableStream<Uint8Array>> {
  return encrypterTo(to).encrypt(plain);
}

function encrypterTo(to: string): Encrypter {
  const encrypter = new Encrypter();
  encrypter.addRecipient(to);
  return encrypter;
}
