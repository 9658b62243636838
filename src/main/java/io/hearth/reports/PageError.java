package io.hearth.reports;

/** An error of the page as its reporter saw it before sending; {@code app} may be empty. */
public record PageError(String app, String type, String value) {

  static final int MOST = 10;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_VALUE = 500;

  static PageError clean(PageError raw) {
    return new PageError(
        CleanText.line(raw.app(), LONGEST_NAME),
        CleanText.line(raw.type(), LONGEST_NAME),
        CleanText.line(raw.value(), LONGEST_VALUE));
  }
}
