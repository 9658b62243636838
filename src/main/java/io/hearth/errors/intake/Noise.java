package io.hearth.errors.intake;

import java.util.Arrays;
import java.util.Optional;

/** Errors of nobody's script on the page; {@code id} is also the reason under which they count. */
public enum Noise {
  EXTENSIONS("extensions", "extension"),
  SCRIPT_ERRORS("script-errors", "script-error"),
  RESIZE_OBSERVER("resize-observer", "resize-observer"),
  ABORTED("aborted", "aborted"),
  CRAWLERS("crawlers", "crawler"),
  INJECTED("injected", "injected");

  private final String id;
  private final String reason;

  Noise(String id, String reason) {
    this.id = id;
    this.reason = reason;
  }

  /** As settings name it. */
  public String id() {
    return id;
  }

  /** As counts name it, and the tracker in its client reports. */
  public String reason() {
    return reason;
  }

  public static Optional<Noise> byId(String id) {
    return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
  }
}
