package io.hearth.errors.event;

import java.util.List;

/**
 * Where a frame stands in the original source, as a source map tells.
 *
 * @param file as the map names it
 * @param line from 1
 * @param column from 1
 * @param function empty when the map does not tell
 * @param context the line with those around it; empty when the map holds no source
 * @param contextLine which line the first of {@code context} is; 0 without context
 */
public record OriginalPosition(
    String file, int line, int column, String function, List<String> context, int contextLine) {

  public static final int CONTEXT_LINES = 7;
  public static final int CONTEXT_LINE = 300;

  public OriginalPosition {
    context = List.copyOf(context);
  }
}
