package io.hearth.verify;

import io.hearth.verify.Shape.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Notices the marks of shapes in atoms; two letters tell most atoms to have none. */
final class Marks {

  private record Mark(byte[] text, Shape shape) {
    boolean isAt(byte[] atom, int from) {
      for (int i = 0; i < text.length; i++) {
        if (Atoms.lower(atom[from + i]) != text[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static final Mark[] NONE = {};
  private static final Mark[][] BY_FIRST = table(Place.BEGINNING);
  private static final Mark[][] BY_LAST = table(Place.END);

  private Marks() {}

  /** By the two letters at that end of the mark. */
  private static Mark[][] table(Place place) {
    Mark[][] table = new Mark[1 << 16][];
    java.util.Arrays.fill(table, NONE);
    for (Shape shape : Shape.ALL) {
      if (shape.place() == place) {
        byte[] text = shape.mark().getBytes(StandardCharsets.US_ASCII);
        int pair = pair(text, place == Place.BEGINNING ? 0 : text.length - 2);
        List<Mark> marks = new ArrayList<>(List.of(table[pair]));
        marks.add(new Mark(text, shape));
        table[pair] = marks.toArray(NONE);
      }
    }
    return table;
  }

  private static int pair(byte[] text, int at) {
    return (Atoms.lower(text[at]) & 0xff) << 8 | Atoms.lower(text[at + 1]) & 0xff;
  }

  static boolean mayStand(byte[] text, int from, int stop) {
    return stop - from > 1
        && (BY_FIRST[pair(text, from)] != NONE || BY_LAST[pair(text, stop - 2)] != NONE);
  }

  /** The shapes whose mark stands in the atom. */
  static List<Shape> in(byte[] text, int from, int stop) {
    List<Shape> found = List.of();
    for (Mark mark : BY_FIRST[pair(text, from)]) {
      if (mark.text().length <= stop - from && mark.isAt(text, from)) {
        found = with(found, mark.shape());
      }
    }
    for (Mark mark : BY_LAST[pair(text, stop - 2)]) {
      int start = stop - mark.text().length;
      if (start >= from && mark.isAt(text, start)) {
        found = with(found, mark.shape());
      }
    }
    return found;
  }

  private static List<Shape> with(List<Shape> before, Shape shape) {
    List<Shape> after = new ArrayList<>(before);
    after.add(shape);
    return after;
  }
}
