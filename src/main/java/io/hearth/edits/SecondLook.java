package io.hearth.edits;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Searches a text that a person changed for what looks like secrets, mail addresses and network
 * addresses. It knows no names. The same search as {@code frontend/review/change/second-look.ts}.
 */
public final class SecondLook {

  /** What is longer than the overlap of two windows may be missed where they meet. */
  private static final int WINDOW = 1 << 20;

  private static final int OVERLAP = 4096;

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final CharBuffer decoded = CharBuffer.allocate(64 * 1024);
  private final StringBuilder text = new StringBuilder();
  private byte[] rest = new byte[0];

  /** What of the text was looked at before. */
  private int seen;

  private long found;

  public void write(byte[] bytes, int from, int length) {
    byte[] all = new byte[rest.length + length];
    System.arraycopy(rest, 0, all, 0, rest.length);
    System.arraycopy(bytes, from, all, rest.length, length);
    ByteBuffer in = ByteBuffer.wrap(all);
    decode(in, false);
    rest = new byte[in.remaining()];
    in.get(rest);
    if (text.length() >= WINDOW) {
      look(text.length() - OVERLAP);
      int gone = Math.max(0, seen - OVERLAP);
      text.delete(0, gone);
      seen -= gone;
    }
  }

  private void decode(ByteBuffer in, boolean last) {
    boolean more = true;
    while (more) {
      more = decoder.decode(in, decoded, last).isOverflow();
      text.append(decoded.flip());
      decoded.clear();
    }
  }

  /** How many places there are in all of the text. */
  public long end() {
    decode(ByteBuffer.wrap(rest), true);
    look(text.length());
    return found;
  }

  /** Counts what begins up to this place and was not counted before. */
  private void look(int until) {
    String all = text.toString();
    String small = small(all);
    // One place is one finding, whatever it looks like.
    BitSet taken = new BitSet(all.length());
    for (Form form : Form.ALL) {
      form.search(
          all,
          small,
          (from, to) -> {
            boolean counted = taken.get(from) || taken.get(to - 1);
            if (from >= seen && from < until && !counted) {
              count(form, all.substring(from, to), taken, from, to);
            }
          });
    }
    seen = Math.max(seen, until);
  }

  private void count(Form form, String place, BitSet taken, int from, int to) {
    if (!form.harmless().test(place)) {
      taken.set(from, to);
      found++;
    }
  }

  private static String small(String text) {
    char[] small = text.toCharArray();
    for (int n = 0; n < small.length; n++) {
      small[n] += small[n] >= 'A' && small[n] <= 'Z' ? 0x20 : 0;
    }
    return new String(small);
  }
}
