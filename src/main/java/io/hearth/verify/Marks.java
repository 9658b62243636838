package io.hearth.verify;

import io.hearth.verify.Shape.Place;
import java.util.ArrayList;
import java.util.List;

/** Notices the marks of shapes in atoms; two letters tell most atoms to have none. */
final class Marks {

  private static final List<Shape> BEGINNING = of(Place.BEGINNING);
  private static final List<Shape> END = of(Place.END);
  private static final boolean[] FIRST = new boolean[1 << 16];
  private static final boolean[] LAST = new boolean[1 << 16];

  static {
    BEGINNING.forEach(shape -> FIRST[shape.mark().charAt(0) << 8 | shape.mark().charAt(1)] = true);
    for (Shape shape : END) {
      int length = shape.mark().length();
      LAST[shape.mark().charAt(length - 2) << 8 | shape.mark().charAt(length - 1)] = true;
    }
  }

  private Marks() {}

  private static List<Shape> of(Place place) {
    return Shape.ALL.stream().filter(shape -> shape.place() == place).toList();
  }

  static boolean mayStand(byte[] text, int from, int stop) {
    return stop - from > 1 && (FIRST[pair(text, from)] || LAST[pair(text, stop - 2)]);
  }

  private static int pair(byte[] text, int at) {
    return (Atoms.lower(text[at]) & 0xff) << 8 | Atoms.lower(text[at + 1]) & 0xff;
  }

  /** The shapes whose mark stands in the atom. */
  static List<Shape> in(byte[] text, int from, int stop) {
    List<Shape> found = new ArrayList<>(2);
    for (Shape shape : BEGINNING) {
      if (isAt(shape.mark(), text, from, stop)) {
        found.add(shape);
      }
    }
    for (Shape shape : END) {
      if (isAt(shape.mark(), text, stop - shape.mark().length(), stop)
          && stop - shape.mark().length() >= from) {
        found.add(shape);
      }
    }
    return found;
  }

  private static boolean isAt(String mark, byte[] text, int from, int stop) {
    if (from < 0 || stop - from < mark.length()) {
      return false;
    }
    for (int i = 0; i < mark.length(); i++) {
      if (Atoms.lower(text[from + i]) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
