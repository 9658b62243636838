package io.hearth.egress;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the app may send to another server for; there is no other. */
public enum Purpose {
  /** Each browser error that is watched, scrubbed, to a Sentry DSN. */
  ERROR_FORWARDING,
  /** A problem report that an administrator sends by hand. */
  REPORT_ENDPOINT;

  /** As addresses and settings name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Purpose> byId(String id) {
    return Stream.of(values()).filter(one -> one.id().equals(id)).findFirst();
  }
}
