package io.hearth.reports;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What somebody sends, before it is looked at.
 *
 * @param page the address of the page, which may be empty
 * @param app the plugin key of the app that opened the dialog, which may be empty
 * @param email of the reporter as the product knows it; empty when they took it out
 */
public record NewReport(
    String happened,
    String expected,
    String page,
    String app,
    List<PageError> errors,
    Optional<String> email,
    Optional<byte[]> screenshot) {

  public static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_PAGE = 500;
  private static final int LONGEST_NAME = 200;

  public NewReport {
    errors = List.copyOf(errors);
  }

  /** The same as text that can be kept; the screenshot is looked at by {@link Png}. */
  NewReport clean() {
    return new NewReport(
        CleanText.lines(happened, LONGEST_TEXT),
        CleanText.lines(expected, LONGEST_TEXT),
        path(page),
        CleanText.line(app, LONGEST_NAME),
        errors.stream().limit(PageError.MOST).map(PageError::clean).toList(),
        email.map(one -> CleanText.line(one, LONGEST_NAME)).filter(Addresses::isUsable),
        screenshot);
  }

  /** About what its texts take as a file. */
  long textBytes() {
    return happened.getBytes(StandardCharsets.UTF_8).length
        + expected.getBytes(StandardCharsets.UTF_8).length
        + 1_000L * (1 + errors.size());
  }

  /** Queries and fragments hold what people look for; the path alone says where it was. */
  private static String path(String page) {
    try {
      String path = new URI(CleanText.line(page, LONGEST_PAGE)).getRawPath();
      return path != null && path.startsWith("/") ? path : "";
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
