package io.hearth.errors.intake;

import io.hearth.host.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The settings, kept by the product so that all nodes have the same. They are read again after a
 * few seconds, since another node may have changed them and asking the product for each error would
 * cost.
 */
public final class ChosenErrorSettings {

  private static final String KEY = "errors";
  private static final Duration KNOWN_FOR = Duration.ofSeconds(5);

  /** The settings with their filters ready. */
  record Ready(ErrorSettings settings, List<Filter.Compiled> filters, Instant readAt) {}

  private final Settings settings;
  private final Clock clock;
  private volatile Optional<Ready> known = Optional.empty();

  public ChosenErrorSettings(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  public ErrorSettings now() {
    return ready().settings();
  }

  Ready ready() {
    Instant now = clock.instant();
    Optional<Ready> before = known.filter(one -> one.readAt().plus(KNOWN_FOR).isAfter(now));
    if (before.isPresent()) {
      return before.get();
    }
    Ready read = ready(read(), now);
    known = Optional.of(read);
    return read;
  }

  /** Broken ones watch nobody: nothing is kept that nobody chose. */
  private ErrorSettings read() {
    Optional<String> text = settings.get(KEY);
    if (text.isEmpty()) {
      return ErrorSettings.standard();
    }
    try {
      return SettingsText.read(text.get());
    } catch (IllegalArgumentException broken) {
      ErrorSettings standard = ErrorSettings.standard();
      return new ErrorSettings(
          io.hearth.errors.page.Watched.Mode.NONE,
          standard.apps(),
          standard.noiseKept(),
          standard.filters(),
          standard.retentionDays(),
          standard.logNew());
    }
  }

  private static Ready ready(ErrorSettings settings, Instant now) {
    List<Filter.Compiled> filters =
        settings.filters().stream().filter(Filter::on).map(Filter::compiled).toList();
    return new Ready(settings, filters, now);
  }

  public void keep(ErrorSettings changed) {
    settings.put(KEY, SettingsText.write(changed));
    known = Optional.of(ready(changed, clock.instant()));
  }
}
