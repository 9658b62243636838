package io.hearth.devhost.site;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where a form leads back to: a path within this context, never another server. */
final class Destination {
  /** Browsers take {@code //x} and {@code /\x} for another host, and drop control characters. */
  private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]*");

  private Destination() {}

  /** The path that was asked for, when it is one of ours. */
  static Optional<String> local(Optional<String> asked) {
    return asked.filter(path -> LOCAL.matcher(path).matches());
  }
}
