package io.hearth.errors.event;

/**
 * Families with major versions, such as {@code Firefox 140} and {@code Windows 10}; empty when
 * unknown. The user agent string that they were read from is not kept.
 */
public record Browser(String browser, String system) {
  public static final Browser UNKNOWN = new Browser("", "");
}
