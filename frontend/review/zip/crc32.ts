const POLYNOMIAL = 0xedb88320;

/** Eight tables: the sum goes eight bytes forward at a time ("slicing by 8", Kounavis and Berry 2005). */
const TABLES = tables();

function tables(): readonly Int32Array[] {
  const first = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let sum = byte;
    for (let bit = 0; bit < 8; bit++) {
      sum = sum & 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
    }
    first[byte] = sum;
  }
  const all = [first];
  for (let n = 1; n < 8; n++) {
    const before = all[n - 1] ?? first;
    all.push(before.map((sum) => (sum >>> 8) ^ at(first, sum & 0xff)));
  }
  return all;
}

function at(table: Int32Array | undefined, index: number): number {
  return table?.[index] ?? 0;
}

/** The CRC-32 of what came before and of these bytes; it begins with 0. */
export function crc32(before: number, bytes: Uint8Array): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES as [Int32Array, ...Int32Array[]] & {
    readonly length: 8;
  };
  let sum = ~before;
  let i = 0;
  for (const end = bytes.length - 7; i < end; i += 8) {
    const low =
      sum ^
      ((bytes[i] ?? 0) |
        ((bytes[i + 1] ?? 0) << 8) |
        ((bytes[i + 2] ?? 0) << 16) |
        ((bytes[i + 3] ?? 0) << 24));
    sum =
      at(t7, low & 0xff) ^
      at(t6, (low >>> 8) & 0xff) ^
      at(t5, (low >>> 16) & 0xff) ^
      at(t4, low >>> 24) ^
      at(t3, bytes[i + 4] ?? 0) ^
      at(t2, bytes[i + 5] ?? 0) ^
      at(t1, bytes[i + 6] ?? 0) ^
      at(t0, bytes[i + 7] ?? 0);
  }
  for (; i < bytes.length; i++) {
    sum = (sum >>> 8) ^ at(t0, (sum ^ (bytes[i] ?? 0)) & 0xff);
  }
  return ~sum >>> 0;
}
