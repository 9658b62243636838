package io.hearth.verify;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One text on its way through the search. Takes any number of bytes in any pieces and keeps one
 * buffer: what begins in the last bytes of a piece is looked at together with the next, so that
 * nothing is cut in two.
 */
public final class SearchedText extends OutputStream {

  /** More of one entry are counted, not listed. */
  static final int LISTED = 20;

  /** In UTF-8 the first byte of À to ÿ; the capitals among them go to 0x9e, with × in between. */
  private static final int LATIN_LEAD = 0xc3;

  private static final int TIMES = 0x97;

  private static final int SIZE = 64 * 1024;

  /** The longest thing that is found whole. */
  private static final int OVERLAP = 1024;

  private final LineSearch search;
  private final Map<String, Long> counts = new TreeMap<>();
  private final List<Leak> leaks = new ArrayList<>();
  private byte[] buffer = new byte[4096];
  private int filled;
  private int done;
  private long line = 1;
  private int counted;
  private int lastEnd;
  private boolean begun;
  private boolean twoBytes;

  SearchedText(LineSearch search) {
    this.search = search;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    if (!begun && length > 1) {
      begun = true;
      int mark = (bytes[from] & 0xff) << 8 | bytes[from + 1] & 0xff;
      twoBytes = mark == 0xfeff || mark == 0xfffe;
    }
    if (twoBytes) {
      putWithoutZeros(bytes, from, length);
    } else {
      put(bytes, from, length);
    }
  }

  /** UTF-16 without its zeros is ASCII where it is Latin, and that is what is looked for. */
  private void putWithoutZeros(byte[] bytes, int from, int length) {
    byte[] shorter = new byte[length];
    int count = 0;
    for (int i = from; i < from + length; i++) {
      if (bytes[i] != 0) {
        shorter[count++] = bytes[i];
      }
    }
    put(shorter, 0, count);
  }

  private void put(byte[] bytes, int from, int length) {
    int taken = 0;
    while (taken < length) {
      if (filled == buffer.length) {
        makeRoom();
      }
      int count = Math.min(length - taken, buffer.length - filled);
      System.arraycopy(bytes, from + taken, buffer, filled, count);
      filled += count;
      taken += count;
    }
  }

  private void makeRoom() {
    if (buffer.length < SIZE) {
      buffer = java.util.Arrays.copyOf(buffer, Math.min(SIZE, buffer.length * 4));
      return;
    }
    look(border());
    countLines(done);
    System.arraycopy(buffer, done, buffer, 0, filled - done);
    filled -= done;
    lastEnd = Math.max(0, lastEnd - done);
    counted = 0;
    done = 0;
  }

  /** Between two atoms, so that each is seen from its beginning; anywhere in an endless one. */
  private int border() {
    int latest = filled - OVERLAP;
    int p = latest;
    while (p > done && p > latest - OVERLAP && Atoms.isAtom(buffer[p - 1])) {
      p--;
    }
    return p > done && !Atoms.isAtom(buffer[p - 1]) ? p : latest;
  }

  private void look(int end) {
    byte[] text = lowered();
    search.search(text, done, end, filled, this::found);
    done = end;
  }

  /**
   * The text with small letters beyond ASCII. Those of Latin-1 differ from their capitals in one
   * bit of UTF-8 and are changed in place; other alphabets go the long way, and where that changes
   * the number of bytes, the text is looked at as it is.
   */
  private byte[] lowered() {
    boolean otherAlphabet = false;
    for (int i = done; i < filled; i++) {
      if (buffer[i] < 0) {
        otherAlphabet |= (buffer[i] & 0xff) > LATIN_LEAD;
        lowerLatin(i);
      }
    }
    if (!otherAlphabet) {
      return buffer;
    }
    byte[] lower =
        new String(buffer, 0, filled, StandardCharsets.UTF_8)
            .toLowerCase(Locale.ROOT)
            .getBytes(StandardCharsets.UTF_8);
    return lower.length == filled ? lower : buffer;
  }

  private void lowerLatin(int lead) {
    if ((buffer[lead] & 0xff) != LATIN_LEAD || lead + 1 >= filled) {
      return;
    }
    int second = buffer[lead + 1] & 0xff;
    if (second >= 0x80 && second <= 0x9e && second != TIMES) {
      buffer[lead + 1] = (byte) (second | 0x20);
    }
  }

  private void found(int start, int end, String kind) {
    if (start < lastEnd) {
      return;
    }
    lastEnd = end;
    counts.merge(kind, 1L, Long::sum);
    if (leaks.size() < LISTED) {
      countLines(start);
      leaks.add(new Leak(kind, line, shown(start, end)));
    }
  }

  private void countLines(int to) {
    for (int i = counted; i < to; i++) {
      if (buffer[i] == '\n') {
        line++;
      }
    }
    counted = Math.max(counted, to);
  }

  private String shown(int start, int end) {
    String text = new String(buffer, start, end - start, StandardCharsets.UTF_8);
    int first = text.offsetByCodePoints(0, Math.min(2, text.codePointCount(0, text.length())));
    return text.substring(0, first) + "… (" + text.codePointCount(0, text.length()) + ")";
  }

  /** Looks at what is left. */
  @Override
  public void close() {
    look(filled);
  }

  /** How many of each kind; whole once closed. */
  public Map<String, Long> counts() {
    return Map.copyOf(counts);
  }

  /** The first of them, in their order. */
  public List<Leak> leaks() {
    return List.copyOf(leaks);
  }
}
