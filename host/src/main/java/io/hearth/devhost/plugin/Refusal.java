package io.hearth.devhost.plugin;

import java.util.List;

/** The app would not load in the products; the message says why, one reason a line. */
public final class Refusal extends RuntimeException {
  private final List<String> reasons;

  public Refusal(String app, List<String> reasons) {
    super(app + " is refused:\n  - " + String.join("\n  - ", reasons));
    this.reasons = List.copyOf(reasons);
  }

  public Refusal(String app, String reason, Throwable cause) {
    this(app, List.of(reason));
    initCause(cause);
  }

  public List<String> reasons() {
    return reasons;
  }
}
