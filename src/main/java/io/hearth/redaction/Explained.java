package io.hearth.redaction;

import java.util.List;

/**
 * One line before redaction, and what would be replaced in it.
 *
 * @param number from 1
 * @param text without its line feed
 * @param shortened whether the line is longer than what stands here
 */
public record Explained(
    long number, String text, List<Replacement> replacements, boolean shortened) {

  public Explained {
    replacements = List.copyOf(replacements);
  }

  /** {@code text} stands in the place of the characters from {@code start} to {@code end}. */
  public record Replacement(int start, int end, String text, Kind kind, String rule) {}
}
