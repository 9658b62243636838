package io.hearth.errors.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One error of one browser: all that leaves an envelope. What has no place here, such as the user,
 * the request with its cookies, the page's address and the user agent string, is dropped while the
 * envelope is read.
 *
 * @param id 32 lower-case hexadecimal digits
 * @param time when it arrived; a browser's own clock is not trusted
 * @param app the plugin key of the app whose script failed; empty when it could not be told
 * @param appRelease the app's version; empty when unknown
 * @param feature as the app named it; empty when it did not
 * @param exceptions the chain, the one that was thrown last first, then its causes; at most {@link
 *     Bounds#EXCEPTIONS}
 * @param message of an event without exception; empty otherwise
 * @param clientFingerprint the SDK's {@code fingerprint}; empty when absent
 * @param crumbs what happened before, oldest first; at most {@link Bounds#CRUMBS}
 */
public record ErrorEvent(
    String id,
    Instant time,
    String app,
    String appRelease,
    String feature,
    Level level,
    List<Thrown> exceptions,
    String message,
    List<String> clientFingerprint,
    List<Crumb> crumbs,
    Browser browser) {

  public ErrorEvent {
    exceptions = List.copyOf(exceptions);
    clientFingerprint = List.copyOf(clientFingerprint);
    crumbs = List.copyOf(crumbs);
  }

  /** How many characters its longer texts have: most of the memory that it takes. */
  public long characters() {
    return message.length()
        + exceptions.stream().mapToLong(Thrown::characters).sum()
        + crumbs.stream().mapToLong(crumb -> crumb.message().length()).sum();
  }

  /** The exception that reached the top; empty for a plain message. */
  public Optional<Thrown> outermost() {
    return exceptions.stream().findFirst();
  }
}
