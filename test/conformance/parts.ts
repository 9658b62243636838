/** A document is a list of parts, so that the truth about each of its characters is known. */
export type Part = string | Planted | Keep;

export type Severity = 'secret' | 'personal' | 'internal';

/** A value that must be gone. */
export interface Planted {
  readonly role: 'planted';
  readonly text: string;
  /** What recall is counted by, such as `jdbc-password`. */
  readonly kind: string;
  readonly severity: Severity;
  /** How the value is spelled here, such as `mail/percent`; for the list of misses. */
  readonly spelling: string;
  /** Values of one entity in one form (`user:jdoe`) must get one pseudonym everywhere. */
  readonly entity: string;
  /** Entities of one person share this; their pseudonyms must share a tag. Empty: none. */
  readonly person: string;
  /** A piece of these left over is a leak, compared in lower case and unescaped. */
  readonly needles: readonly string[];
  /** How many lines it takes; each of them must be clean. */
  readonly pieces: number;
}

/** A look-alike that must stay as it is. */
export interface Keep {
  readonly role: 'keep';
  readonly text: string;
  readonly kind: string;
}

export type Encoding = 'utf8' | 'latin1' | 'utf16le' | 'utf16be';

/** How the file must still parse; `lines` asks nothing more than its lines. */
export type Format = 'lines' | 'xml' | 'json' | 'jsonl' | 'yaml' | 'properties' | 'ini';

export interface Document {
  readonly name: string;
  readonly format: Format;
  readonly encoding: Encoding;
  readonly parts: readonly Part[];
  /** What divides it into pieces to compare, where that is not the line end. */
  readonly separator?: string;
}

export function textOf(parts: readonly Part[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

const BOM = '\ufeff';

export function encode(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf8':
    case 'latin1':
      return Buffer.from(text, encoding);
    case 'utf16le':
      return Buffer.from(BOM + text, 'utf16le');
    case 'utf16be':
      return Buffer.from(BOM + text, 'utf16le').swap16();
  }
}

/** Throws when the bytes are not of this encoding any more. */
export function decode(bytes: Buffer, encoding: Encoding): string {
  const label = { utf8: 'utf-8', latin1: 'latin1', utf16le: 'utf-16le', utf16be: 'utf-16be' };
  if (encoding === 'latin1') {
    return bytes.toString('latin1');
  }
  if (encoding !== 'utf8' && bytes.length > 0 && !hasBom(bytes, encoding)) {
    throw new Error('the byte order mark is gone');
  }
  return new TextDecoder(label[encoding], { fatal: true }).decode(bytes);
}

function hasBom(bytes: Buffer, encoding: 'utf16le' | 'utf16be'): boolean {
  const first = encoding === 'utf16le' ? 0xff : 0xfe;
  return bytes[0] === first && bytes[1] === (first ^ 1);
}

/** The parts of each line, line ends left out; a part over several lines is cut into pieces. */
export function linesOf(parts: readonly Part[], separator = '\n'): Part[][] {
  const lines: Part[][] = [[]];
  for (const part of parts) {
    const pieces = (typeof part === 'string' ? part : part.text).split(separator);
    pieces.forEach((piece, index) => {
      if (index > 0) {
        lines.push([]);
      }
      const text = piece.endsWith('\r') ? piece.slice(0, -1) : piece;
      if (text !== '') {
        lines.at(-1)?.push(typeof part === 'string' ? text : { ...part, text });
      }
    });
  }
  return lines;
}
