package io.hearth.edits;

/**
 * Lines that go, by where they lie in the bytes of a text.
 *
 * @param from the beginning of a line
 * @param to the beginning of another one, or the end of the text
 */
public record Stretch(long from, long to) {

  public Stretch {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("a stretch from " + from + " to " + to);
    }
  }
}
