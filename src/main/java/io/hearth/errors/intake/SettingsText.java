package io.hearth.errors.intake;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.hearth.errors.page.Watched;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The settings as the text under which the product keeps them. */
final class SettingsText {

  private record Kept(
      String watch,
      List<String> apps,
      List<String> noiseKept,
      List<KeptFilter> filters,
      int retentionDays,
      boolean logNew) {}

  private record KeptFilter(String id, String field, String pattern, boolean on) {}

  private static final Gson GSON = new Gson();

  private SettingsText() {}

  static String write(ErrorSettings settings) {
    return GSON.toJson(
        new Kept(
            watchId(settings.watch()),
            settings.apps(),
            settings.noiseKept().stream().map(Noise::id).toList(),
            settings.filters().stream()
                .map(one -> new KeptFilter(one.id(), one.field().id(), one.pattern(), one.on()))
                .toList(),
            settings.retentionDays(),
            settings.logNew()));
  }

  /**
   * @throws IllegalArgumentException when it is not what {@link #write} makes
   */
  static ErrorSettings read(String text) {
    try {
      Kept kept = GSON.fromJson(text, Kept.class);
      return new ErrorSettings(
          watch(kept.watch()),
          kept.apps(),
          kept.noiseKept().stream()
              .flatMap(id -> Noise.byId(id).stream())
              .collect(Collectors.toSet()),
          kept.filters().stream().map(SettingsText::filter).toList(),
          Math.max(1, Math.min(ErrorSettings.MOST_DAYS, kept.retentionDays())),
          kept.logNew());
    } catch (JsonParseException | NullPointerException e) {
      throw new IllegalArgumentException("the kept settings of browser errors are broken", e);
    }
  }

  private static Filter filter(KeptFilter kept) {
    Filter.Field field =
        Filter.Field.byId(kept.field())
            .orElseThrow(() -> new IllegalArgumentException("no field of a filter"));
    return new Filter(kept.id(), field, kept.pattern(), kept.on());
  }

  static String watchId(Watched.Mode mode) {
    return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Watched.Mode watch(String id) {
    return Arrays.stream(Watched.Mode.values())
        .filter(mode -> watchId(mode).equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no way to watch"));
  }
}
