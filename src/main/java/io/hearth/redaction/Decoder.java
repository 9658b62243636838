package io.hearth.redaction;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes the escapes of URLs ({@code %40}), markup ({@code &#64;}) and Unicode ({@code \u0040})
 * away, so that the detectors meet one spelling only, and keeps the place of each byte, by which
 * {@link Line#encoded} knows an escaped quote that must not end a value which a plain one opened.
 */
final class Decoder {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final Map<String, Integer> ENTITIES = entities();

  /** Only there is a backslash before a letter no path: JSON doubles those. */
  private final boolean json;

  private byte[] text = new byte[0];
  private int[] raw = new int[0];
  private int length;

  // Where the run of backslashes in hand ends.
  private int runEnd;

  Decoder(boolean json) {
    this.json = json;
  }

  /** Whether {@code source[from, to)} holds something to decode; eight bytes a step. */
  static boolean isEscaped(byte[] source, int from, int to) {
    int p = from;
    while (p < to) {
      while (p + 8 <= to && !holdsMark((long) LONGS.get(source, p))) {
        p += 8;
      }
      int stop = Math.min(to, p + 8);
      for (; p < stop; p++) {
        if (isEscape(source, p, to)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean holdsMark(long word) {
    long percent = word ^ ONES * '%';
    long and = word ^ ONES * '&';
    long backslash = word ^ ONES * '\\';
    long zero = percent - ONES & ~percent | and - ONES & ~and | backslash - ONES & ~backslash;
    return (zero & HIGHS) != 0;
  }

  private static boolean isEscape(byte[] source, int p, int to) {
    return switch (source[p]) {
      case '%' -> p + 2 < to && Chars.isHex(source[p + 1]) && Chars.isHex(source[p + 2]);
      case '&' -> p + 3 < to && (source[p + 1] == '#' || namesEntity(source, p, to));
      case '\\' -> p + 1 < to;
      default -> false;
    };
  }

  private static boolean namesEntity(byte[] source, int p, int to) {
    int q = p + 1;
    while (q < to && q - p < 9 && source[q] >= 0 && Chars.isAtom(source[q])) {
      q++;
    }
    return q < to && source[q] == ';';
  }

  /** Makes {@code line} a view of {@code source[from, to)} with the escapes taken away. */
  void decode(byte[] source, int from, int to, Line line) {
    if (text.length < to - from + 16) {
      text = new byte[to - from + 16];
      raw = new int[to - from + 16];
    }
    length = 0;
    runEnd = from;
    int p = from;
    while (p < to) {
      int next = p;
      byte b = source[p];
      if (b == '%') {
        next = percent(source, p, to);
      } else if (b == '&') {
        next = entity(source, p, to);
      } else if (b == '\\') {
        next = backslash(source, p, to);
      }
      if (next > p) {
        p = next;
      } else {
        put(b, p++);
      }
    }
    raw[length] = to;
    text[length] = 0;
    line.text = text;
    line.raw = raw;
    line.start = 0;
    line.end = length;
    line.mapped = true;
  }

  private void put(int b, int at) {
    text[length] = (byte) b;
    raw[length++] = at;
  }

  private int percent(byte[] source, int p, int to) {
    int q = p + 1;
    // A URL inside a parameter of a URL is escaped twice: %2540.
    while (q + 2 < to && source[q] == '2' && source[q + 1] == '5' && hexPair(source, q + 2, to)) {
      q += 2;
    }
    if (!hexPair(source, q, to)) {
      return p;
    }
    int value = Chars.hexValue(source[q]) << 4 | Chars.hexValue(source[q + 1]);
    if (value < ' ' || value == 127) {
      return p;
    }
    put(value, p);
    return q + 2;
  }

  private static boolean hexPair(byte[] source, int p, int to) {
    return p + 1 < to && Chars.isHex(source[p]) && Chars.isHex(source[p + 1]);
  }

  private int entity(byte[] source, int p, int to) {
    int q = p + 1;
    // Text escaped twice: &amp;#64;
    while (Chars.at(source, q, to, "amp;") && q + 4 < to && endsSoon(source, q + 4, to)) {
      q += 4;
    }
    int semicolon = q;
    while (semicolon < to && semicolon - q < 9 && source[semicolon] != ';') {
      semicolon++;
    }
    if (semicolon >= to || semicolon == q || source[semicolon] != ';') {
      return p;
    }
    int code = source[q] == '#' ? number(source, q + 1, semicolon) : named(source, q, semicolon);
    if (code < ' ' || code > 0x10ffff) {
      return p;
    }
    putCode(code, p);
    return semicolon + 1;
  }

  private static boolean endsSoon(byte[] source, int p, int to) {
    int q = p;
    while (q < to && q - p < 9 && (Chars.isAtom(source[q]) || source[q] == '#')) {
      q++;
    }
    return q > p && q < to && source[q] == ';';
  }

  private static int number(byte[] source, int from, int to) {
    boolean hex = from < to && (source[from] | 32) == 'x';
    int value = 0;
    for (int i = hex ? from + 1 : from; i < to; i++) {
      int digit = Chars.hexValue(source[i]);
      if (digit < 0 || (!hex && digit > 9)) {
        return -1;
      }
      value = value * (hex ? 16 : 10) + digit;
    }
    return value;
  }

  private static int named(byte[] source, int from, int to) {
    for (int i = from; i < to; i++) {
      if (source[i] < 0 || !Chars.isAtom(source[i])) {
        return -1;
      }
    }
    String name = new String(source, from, to - from, java.nio.charset.StandardCharsets.US_ASCII);
    return ENTITIES.getOrDefault(name, -1);
  }

  private int backslash(byte[] source, int p, int to) {
    // Each layer of quoting doubles the backslashes before the u. A long run is measured once.
    int q = Math.max(p + 1, runEnd);
    while (q < to && source[q] == '\\') {
      q++;
    }
    runEnd = q;
    if (q + 4 < to
        && source[q] == 'u'
        && hexPair(source, q + 1, to)
        && hexPair(source, q + 3, to)) {
      return unicode(source, p, q, to);
    }
    if (q + 2 < to && source[q] == 'x' && hexPair(source, q + 1, to) && q == p + 1) {
      int value = Chars.hexValue(source[q + 1]) << 4 | Chars.hexValue(source[q + 2]);
      if (value >= ' ') {
        put(value, p);
        return q + 3;
      }
    }
    if (json
        && q == p + 1
        && q < to
        && (source[q] == 'n' || source[q] == 'r' || source[q] == 't')) {
      put('\n', p);
      return q + 1;
    }
    boolean escapable = q < to && (source[q] == '/' || source[q] == ':' || source[q] == '=');
    if (escapable && q == p + 1) {
      put(source[q], p);
      return q + 1;
    }
    return p;
  }

  private int unicode(byte[] source, int p, int u, int to) {
    int code = number4(source, u + 1);
    int next = u + 5;
    boolean pair = code >= 0xd800 && code < 0xdc00 && next + 5 < to && source[next] == '\\';
    if (pair && source[next + 1] == 'u' && hexPair(source, next + 2, to)) {
      int low = number4(source, next + 2);
      if (low >= 0xdc00 && low < 0xe000) {
        putCode(Character.toCodePoint((char) code, (char) low), p);
        return next + 6;
      }
    }
    if (code < ' ' || (code >= 0xd800 && code < 0xe000)) {
      return p;
    }
    putCode(code, p);
    return next;
  }

  private static int number4(byte[] source, int from) {
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      value = value << 4 | Math.max(0, Chars.hexValue(source[i]));
    }
    return value;
  }

  private void putCode(int code, int at) {
    if (code == 0xa0) {
      put(' ', at);
    } else if (code < 0x80) {
      put(code, at);
    } else if (code < 0x800) {
      put(0xc0 | code >> 6, at);
      put(0x80 | code & 63, at);
    } else if (code < 0x10000) {
      put(0xe0 | code >> 12, at);
      put(0x80 | code >> 6 & 63, at);
      put(0x80 | code & 63, at);
    } else {
      put(0xf0 | code >> 18, at);
      put(0x80 | code >> 12 & 63, at);
      put(0x80 | code >> 6 & 63, at);
      put(0x80 | code & 63, at);
    }
  }

  private static Map<String, Integer> entities() {
    Map<String, Integer> map = new HashMap<>();
    String latin =
        """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn
        sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave
        Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc
        Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute
        THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml
        igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave
        uacute ucirc uuml yacute thorn yuml
        """;
    int code = 0xa0;
    for (String name : latin.strip().split("\\s+")) {
      map.put(name, code++);
    }
    map.putAll(
        Map.of("amp", 38, "lt", 60, "gt", 62, "quot", 34, "apos", 39, "commat", 64, "period", 46));
    map.putAll(
        Map.of(
            "colon", 58, "sol", 47, "equals", 61, "plus", 43, "lowbar", 95, "hyphen", 45, "dash",
            45, "num", 35, "bsol", 92, "nbsp", 0xa0));
    map.putAll(Map.of("Scaron", 0x160, "scaron", 0x161, "Zcaron", 0x17d, "zcaron", 0x17e));
    return Map.copyOf(map);
  }
}
