package io.hearth.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tokens that are known by their shape alone, as the services that issue them publish it. */
final class Shapes {
  /** {@code alphabet} is the set of characters after the prefix; lengths are those after it. */
  record Shape(String prefix, String alphabet, int least, int most, String issuer) {}

  private static final String HEX = "hex";
  private static final String URL = "url";
  private static final String BASE64 = "base64";
  private static final String UPPER = "upper";
  private static final String DOTTED = "dotted";

  static final List<Shape> ALL = table();

  private static final Shapes SHARED = new Shapes();

  private static final int SLOTS = 1024;

  private final Shape[][] byStart = new Shape[SLOTS][];

  static Shapes shared() {
    return SHARED;
  }

  private Shapes() {
    for (Shape shape : ALL) {
      int slot = slot((byte) shape.prefix().charAt(0), (byte) shape.prefix().charAt(1));
      Shape[] others = byStart[slot] == null ? new Shape[0] : byStart[slot];
      byStart[slot] = Arrays.copyOf(others, others.length + 1);
      byStart[slot][others.length] = shape;
    }
  }

  boolean mayStart(byte first, byte second) {
    return byStart[slot(first, second)] != null;
  }

  private static int slot(byte first, byte second) {
    return (first * 67 ^ second * 5) & SLOTS - 1;
  }

  /** The end of the token that begins at {@code from}, or -1. */
  int end(Line line, int from) {
    byte[] text = line.text;
    for (Shape shape : byStart[slot(text[from], text[from + 1])]) {
      int end = match(shape, text, from, line.end);
      if (end > 0) {
        return end;
      }
    }
    return -1;
  }

  private static int match(Shape shape, byte[] text, int from, int limit) {
    String prefix = shape.prefix();
    if (limit - from < prefix.length() + shape.least()) {
      return -1;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (text[from + i] != prefix.charAt(i)) {
        return -1;
      }
    }
    int p = from + prefix.length();
    int first = p;
    boolean digit = false;
    while (p < limit && p - first <= shape.most() && allowed(shape.alphabet(), text[p])) {
      digit |= Chars.isDigit(text[p]) || Chars.isUpper(text[p]);
      p++;
    }
    while (p > first && (text[p - 1] == '.' || text[p - 1] == '-')) {
      p--;
    }
    boolean fits = p - first >= shape.least() && p - first <= shape.most();
    // A short prefix may begin any word: its rest must look random.
    boolean random = prefix.length() > 3 || Placeholders.looksRandom(text, first, p);
    return fits && digit && random ? p : -1;
  }

  private static boolean allowed(String alphabet, byte b) {
    boolean digit = Chars.isDigit(b);
    boolean ascii = b >= 0 && Chars.isAtom(b);
    return switch (alphabet) {
      case HEX -> Chars.isHex(b);
      case UPPER -> digit || Chars.isUpper(b);
      case URL -> ascii || b == '-' || b == '_';
      case DOTTED -> ascii || b == '-' || b == '_' || b == '.' || b == '=';
      case BASE64 -> ascii || b == '+' || b == '/' || b == '=' || b == '-' || b == '_';
      default -> ascii;
    };
  }

  private static List<Shape> table() {
    List<Shape> shapes = new ArrayList<>();
    for (String line : Resource.lines("token-shapes.txt")) {
      String[] c = line.split("\\s+", 5);
      shapes.add(new Shape(c[0], c[1], Integer.parseInt(c[2]), Integer.parseInt(c[3]), c[4]));
    }
    return List.copyOf(shapes);
  }
}
