package io.hearth.redaction;

/**
 * Addresses for addresses, prefix-preserving as Crypto-PAn (Xu, Fan, Ammar, Moon 2002): two that
 * share their first bits share as many afterwards, so subnets stay together.
 *
 * <p>IPv4 goes into 240.0.0.0/4, which RFC 1112 reserves and nobody routes. The first octet has
 * fifteen places there: 10, 172 and 192 have one each, others share the rest; the 24 bits behind
 * are permuted by a key of the original octet. IPv6 goes into 2001:db8::/32 (RFC 3849); its last
 * group is a check by which a pseudonym is known, as real text also uses that documentation prefix.
 */
final class IpPseudonyms {
  private static final int CACHE = 4096;
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final SipHash function;
  private final int[] places = new int[256];
  private final int[] cached4 = new int[CACHE];
  private final int[] values4 = new int[CACHE];
  private final byte[] out = new byte[64];
  private int length;

  IpPseudonyms(PseudonymKey key) {
    function = key.derive("address");
    int shift = (int) Math.floorMod(function.hash(4), 15L);
    for (int octet = 0; octet < 256; octet++) {
      int place = 3 + (int) Math.floorMod(function.hash(0x400 + octet), 12L);
      place = octet == 10 ? 0 : octet == 172 ? 1 : octet == 192 ? 2 : place;
      places[octet] = 240 + (place + shift) % 15;
    }
  }

  byte[] bytes() {
    return out;
  }

  int length() {
    return length;
  }

  /** Addresses that say nothing of the network: loopback, any, masks, multicast, pseudonyms. */
  static boolean isKept(int address) {
    int first = address >>> 24;
    return first == 127 || first == 0 || first >= 224 || address == 0xA9FEA9FE;
  }

  void write4(int address) {
    length = 0;
    append4(map4(address));
  }

  private int map4(int address) {
    int slot = (address * 0x9E3779B1) >>> 20;
    if (cached4[slot] != address) {
      cached4[slot] = address;
      values4[slot] = permute(address);
    }
    return values4[slot];
  }

  private int permute(int address) {
    int mapped = places[address >>> 24];
    for (int bit = 23; bit >= 0; bit--) {
      long prefix = (address >>> bit + 1) & 0xffffffffL;
      int flip = (int) function.hash(prefix | (long) (bit + 1) << 40) & 1;
      mapped = mapped << 1 | ((address >>> bit & 1) ^ flip);
    }
    return mapped;
  }

  static boolean isKept(long high, long low) {
    boolean special = high == 0 && (low == 0 || low == 1);
    boolean multicast = high >>> 56 == 0xff;
    return special || multicast || (low & 0xffff) == check(high, low) && high >>> 32 == 0x20010db8L;
  }

  private static long check(long high, long low) {
    long mixed = (high * 0x9E3779B97F4A7C15L ^ low >>> 16) * 0xD6E8FEB86659FD93L;
    return mixed >>> 48;
  }

  void write6(long high, long low) {
    long site = function.hash(high >>> 16 | 6L << 56) & 0xffff;
    long subnet = (high ^ function.hash(high >>> 16 | 7L << 56)) & 0xffff;
    long host = function.hash(low ^ function.hash(high)) & 0xffffffffffffL;
    long mappedHigh = 0x20010db8L << 32 | site << 16 | subnet;
    long mappedLow = host << 16;
    mappedLow |= check(mappedHigh, mappedLow);
    length = 0;
    append6(mappedHigh, mappedLow);
  }

  /** In the spelling of {@code text[from, to)}: the same signs at the same places. */
  void writeMac(long address, byte[] text, int from, int to) {
    long hash = function.hash(address | 9L << 56) & 0xffffffffL;
    long mapped = 0x025eL << 32 | hash;
    mapped = mapped & ~0xffL | macCheck(mapped);
    length = 0;
    int digit = 44;
    for (int i = from; i < to; i++) {
      boolean hex = Chars.isHex(text[i]);
      out[length++] = hex ? (byte) HEX[(int) (mapped >>> digit) & 15] : text[i];
      digit -= hex ? 4 : 0;
    }
  }

  /** Whether a MAC address is one of {@link #writeMac}: locally administered, with its check. */
  static boolean isOwnMac(long address) {
    return address >>> 32 == 0x025eL && (address & 0xff) == macCheck(address);
  }

  private static long macCheck(long address) {
    return (address >>> 8) * 0x9E3779B97F4A7C15L >>> 56;
  }

  private void append4(int address) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      int octet = address >>> shift & 255;
      if (octet > 99) {
        out[length++] = (byte) ('0' + octet / 100);
      }
      if (octet > 9) {
        out[length++] = (byte) ('0' + octet / 10 % 10);
      }
      out[length++] = (byte) ('0' + octet % 10);
      if (shift > 0) {
        out[length++] = '.';
      }
    }
  }

  private void append6(long high, long low) {
    for (int group = 0; group < 8; group++) {
      int value = (int) ((group < 4 ? high : low) >>> (48 - group % 4 * 16)) & 0xffff;
      boolean started = false;
      for (int shift = 12; shift >= 0; shift -= 4) {
        started |= (value >>> shift & 15) != 0 || shift == 0;
        if (started) {
          out[length++] = (byte) HEX[value >>> shift & 15];
        }
      }
      if (group < 7) {
        out[length++] = ':';
      }
    }
  }
}
