package io.hearth.errors.intake;

import io.hearth.errors.page.Watched;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is watched and what is left out; {@code ErrorSettings} in the OpenAPI file.
 *
 * @param apps plugin keys, with {@link Watched.Mode#CHOSEN}
 * @param noiseKept noise that is kept all the same
 * @param logNew a line in the product's log for a new group
 */
public record ErrorSettings(
    Watched.Mode watch,
    List<String> apps,
    Set<Noise> noiseKept,
    List<Filter> filters,
    int retentionDays,
    boolean logNew) {

  public static final int MOST_APPS = 200;
  public static final int MOST_FILTERS = 100;
  public static final int MOST_DAYS = 180;

  public ErrorSettings {
    apps = List.copyOf(apps);
    noiseKept = noiseKept.isEmpty() ? Set.of() : EnumSet.copyOf(noiseKept);
    filters = List.copyOf(filters);
  }

  /** The same with another time for which errors are kept. */
  public ErrorSettings keptFor(int days) {
    return new ErrorSettings(watch, apps, noiseKept, filters, days, logNew);
  }

  /** Only this app's own errors, until an administrator chooses others. */
  public static ErrorSettings standard() {
    return new ErrorSettings(
        Watched.Mode.THIS_APP, List.of(), Set.of(), List.of(), MOST_DAYS, true);
  }
}
