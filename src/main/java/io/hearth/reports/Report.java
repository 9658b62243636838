package io.hearth.reports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A report as it was received, which never changes; {@link Handling} does.
 *
 * @param id 16 hexadecimal digits
 */
public record Report(
    String id,
    Instant receivedAt,
    String happened,
    String expected,
    String page,
    String app,
    String productVersion,
    List<PageError> errors,
    Optional<String> email,
    Optional<Screenshot> screenshot) {

  /** The picture, which lies in a file of its own. */
  public record Screenshot(int width, int height, long bytes) {}

  public Report {
    errors = List.copyOf(errors);
  }

  /** Its first line, as lists and subjects show it. */
  public String title() {
    String line = happened.lines().findFirst().orElse("");
    return CleanText.line(line, 120);
  }
}
