package io.hearth.errors.intake;

import io.hearth.host.Recent;
import io.hearth.host.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings, kept by the product so that all nodes have the same. They are read again after a
 * few seconds, since another node may have changed them and asking the product for each error would
 * cost.
 */
public final class ChosenErrorSettings {

  public static final String KEY = "errors";
  private static final Duration KNOWN_FOR = Duration.ofSeconds(5);

  /** The settings with their filters ready. */
  record Ready(ErrorSettings settings, List<Filter.Compiled> filters) {}

  private final Settings settings;
  private final Recent<Ready> known;

  public ChosenErrorSettings(Settings settings, Clock clock) {
    this.settings = settings;
    this.known = new Recent<>(() -> ready(read()), KNOWN_FOR, clock);
  }

  public ErrorSettings now() {
    return ready().settings();
  }

  /** As they are, also when another node has changed them this moment. */
  public ErrorSettings latest() {
    known.forget();
    return now();
  }

  /** Whether the product can keep them. */
  public static boolean fits(ErrorSettings settings) {
    return SettingsText.write(settings).length() < Settings.LONGEST_VALUE;
  }

  Ready ready() {
    return known.get();
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

  private static Ready ready(ErrorSettings settings) {
    List<Filter.Compiled> filters =
        settings.filters().stream().filter(Filter::on).map(Filter::compiled).toList();
    return new Ready(settings, filters);
  }

  public void keep(ErrorSettings changed) {
    settings.put(KEY, SettingsText.write(changed));
    known.know(ready(changed));
  }
}
