package io.hearth.devhost.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Bounds how often a password may be guessed: after some failures for one name from one address
 * nothing is tried for a while. Bounded in memory; the oldest are forgotten first.
 */
final class LoginGuard {
  private static final int MOST_FAILURES = 8;
  private static final int MOST_REMEMBERED = 1000;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private record Failures(int count, Instant until) {}

  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };
  private final Clock clock;

  LoginGuard(Clock clock) {
    this.clock = clock;
  }

  /** How long to wait before the next try; empty when one is allowed. */
  synchronized Optional<Duration> wait(String address, String name) {
    Instant now = clock.instant();
    return Optional.ofNullable(failures.get(key(address, name)))
        .filter(each -> each.count() >= MOST_FAILURES && each.until().isAfter(now))
        .map(each -> Duration.between(now, each.until()));
  }

  synchronized void failed(String address, String name) {
    Instant now = clock.instant();
    String key = key(address, name);
    int before =
        Optional.ofNullable(failures.get(key))
            .filter(each -> each.until().isAfter(now))
            .map(Failures::count)
            .orElse(0);
    failures.remove(key);
    failures.put(key, new Failures(before + 1, now.plus(WINDOW)));
  }

  synchronized void succeeded(String address, String name) {
    failures.remove(key(address, name));
  }

  private static String key(String address, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return address + " " + lower.substring(0, Math.min(lower.length(), 100));
  }
}
