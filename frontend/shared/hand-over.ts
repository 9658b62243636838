/** How a ZIP is handed over, in parts and encrypted, with the same names, sizes and note as `io.hearth.handover` gives. */
import type { Translate } from './i18n';
import type { Changed, Wish } from './review-changes';

export const MOST_PARTS = 99;
export const SMALLEST_PART = 1024 * 1024;
export const LARGEST_PART = 2 ** 40;

/** The header of the age format for one recipient, and the nonce of its payload. */
const HEAD = 22 + 54 + 44 + 48 + 16;
const CHUNK = 64 * 1024;
const TAG = 16;

/** How long a file of so many bytes is once it is encrypted. */
export function sealedLength(plain: number): number {
  return HEAD + plain + TAG * Math.max(1, Math.ceil(plain / CHUNK));
}

/** How much fits into an encrypted file of so many bytes. */
export function mostPlain(length: number): number {
  const payload = Math.max(0, length - HEAD);
  const rest = payload % (CHUNK + TAG);
  return Math.floor(payload / (CHUNK + TAG)) * CHUNK + Math.max(0, rest - TAG);
}

export interface Parts {
  readonly file: string;
  /** Of the whole file. */
  readonly bytes: number;
  /** Bytes of it in a part. */
  readonly each: number;
  /** The key to which each part is encrypted. */
  readonly to?: string;
}

export interface Wanted {
  readonly to?: string;
  /** How many bytes what is handed over may have, encrypted or not. */
  readonly limit?: number;
}

export function partsOf(file: string, bytes: number, { to, limit }: Wanted): Parts {
  const whole = Math.max(1, bytes);
  const each = limit === undefined ? whole : to === undefined ? limit : mostPlain(limit);
  return { file, bytes, each, ...(to === undefined ? {} : { to }) };
}

export interface Part {
  readonly name: string;
  /** As it is once it is decrypted. */
  readonly plainName: string;
  /** Where it lies in the whole file. */
  readonly from: number;
  readonly plain: number;
  readonly length: number;
}

export function countOf({ bytes, each }: Parts): number {
  return Math.max(1, Math.ceil(bytes / each));
}

export function listOf(parts: Parts): readonly Part[] {
  const { file, bytes, each, to } = parts;
  const count = countOf(parts);
  return Array.from({ length: count }, (_, index) => {
    const from = index * each;
    const plain = Math.min(each, bytes - from);
    const plainName = count === 1 ? file : `${file}.${String(index + 1).padStart(3, '0')}`;
    return to === undefined
      ? { name: plainName, plainName, from, plain, length: plain }
      : { name: `${plainName}.age`, plainName, from, plain, length: sealedLength(plain) };
  });
}

/** With it the command that joins 99 parts is short enough for Windows. */
const LONGEST_STEM = 66;

/** A name that is safe in the commands of the note, whatever the file on a person's disk is called. */
export function plainFileName(name: string): string {
  const stem = name
    .replace(/\.zip$/i, '')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[-.]+/, '')
    .slice(0, LONGEST_STEM);
  return `${stem === '' ? 'support' : stem}.zip`;
}

/** What whoever receives a file needs to know: how to decrypt, to join and to check it. */
export function noteOf(parts: Parts, sha256: string, t: Translate): string {
  const { file, bytes, to } = parts;
  const list = listOf(parts);
  const joined = (between: string): string => list.map(({ plainName }) => plainName).join(between);
  const lines = [t('ui.handover.text.file', { 0: file, 1: bytes }), `SHA-256: ${sha256}`];
  if (to !== undefined) {
    lines.push('', t('ui.handover.text.decrypt', { 0: to }));
    for (const { name, plainName } of list) {
      lines.push(`age --decrypt --identity KEY.txt --output ${plainName} ${name}`);
    }
  }
  if (list.length > 1) {
    lines.push('', t('ui.handover.text.join'), `cat ${joined(' ')} > ${file}`);
    lines.push('', t('ui.handover.text.join.windows'), `copy /b ${joined('+')} ${file}`);
  }
  lines.push('', t('ui.handover.text.check'));
  lines.push(`sha256sum ${file}`, `shasum -a 256 ${file}`, `certutil -hashfile ${file} SHA256`);
  // Line ends that every editor knows.
  return lines.map((line) => `${line}\r\n`).join('');
}

export type KeyFault = 'form' | 'secret';

/** What is wrong with a typed key at first sight; its checksum is looked at where it is used. */
export function keyFault(typed: string): KeyFault | undefined {
  if (isSecretKey(typed)) {
    return 'secret';
  }
  return /^age1[02-9ac-hj-np-z]{58}$/.test(typed.trim()) ? undefined : 'form';
}

/** A key that opens files. Nobody but its owner may have it, so it is not even sent to the server to be refused there. */
export function isSecretKey(typed: string): boolean {
  return /AGE-SECRET-KEY-/i.test(typed);
}

/** What is to be made of the open ZIP. */
export interface SealOrder extends Wanted {
  readonly file: string;
  /** What is changed in it before. */
  readonly wish?: Wish;
}

export interface SealedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Absent where it was written into a file that the person chose. */
  readonly file?: Blob;
}

export interface Sealed {
  /** Of the ZIP, before it was cut and encrypted. */
  readonly bytes: number;
  readonly sha256: string;
  readonly files: readonly SealedFile[];
  readonly changed?: Changed;
}

/** Where what is made goes: a file, or a folder for several; the browser's own handles. */
export type Place = FileSystemDirectoryHandle | FileSystemFileHandle;
