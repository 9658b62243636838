package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.Limits.Range;
import io.hearth.application.Names;
import io.hearth.errors.intake.ChosenErrorSettings;
import io.hearth.errors.intake.ErrorSettings;
import io.hearth.errors.intake.Filter;
import io.hearth.errors.intake.Noise;
import io.hearth.errors.page.Watched;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings of browser errors as JSON; {@code ErrorSettings} in the OpenAPI file. */
final class ErrorSettingsFields {

  private static final Pattern FILTER_ID = Pattern.compile("[a-z0-9-]{1,40}");
  private static final int KEY = 200;

  private ErrorSettingsFields() {}

  static SettingsSection section(ChosenErrorSettings chosen) {
    return new SettingsSection.Chosen<>(
        "errors",
        List.of(ChosenErrorSettings.KEY),
        new SettingsSection.Form<>(ErrorSettingsFields::json, ErrorSettingsFields::settings),
        new SettingsSection.Place<>(
            () -> Optional.of(chosen.latest()), ErrorSettings::standard, chosen::keep),
        Set.of());
  }

  static JsonObject json(ErrorSettings now) {
    JsonObject json = new JsonObject();
    json.addProperty("watch", Names.of(now.watch()));
    json.add("apps", Audit.array(now.apps()));
    json.add("noiseKept", Audit.array(now.noiseKept().stream().map(Noise::id).sorted().toList()));
    json.add("filters", ErrorViews.list(now.filters(), ErrorSettingsFields::json));
    json.addProperty("retentionDays", now.retentionDays());
    json.addProperty("logNew", now.logNew());
    return json;
  }

  private static JsonObject json(Filter filter) {
    JsonObject json = new JsonObject();
    json.addProperty("id", filter.id());
    json.addProperty("field", filter.field().id());
    json.addProperty("pattern", filter.pattern());
    json.addProperty("on", filter.on());
    return json;
  }

  /** Empty when a field does not fit. */
  static Optional<ErrorSettings> settings(Fields fields) {
    fields.refuseAllBut(Set.of("watch", "apps", "noiseKept", "filters", "retentionDays", "logNew"));
    Optional<Watched.Mode> watch = watch(fields, "watch");
    List<String> apps = fields.texts("apps", ErrorSettings.MOST_APPS, 1, KEY);
    Set<Noise> noise = noise(fields);
    List<Filter> filters = new ArrayList<>();
    for (Fields one : fields.objects("filters", ErrorSettings.MOST_FILTERS)) {
      filter(one).ifPresent(filters::add);
    }
    fields.require("retentionDays");
    int most = ErrorSettings.MOST_DAYS;
    Optional<Long> days = fields.whole("retentionDays", new Range(most, 1, most));
    Optional<Boolean> log = fields.flag("logNew");
    fields.require("logNew");
    if (watch.isEmpty() || days.isEmpty() || log.isEmpty()) {
      return Optional.empty();
    }
    ErrorSettings settings =
        new ErrorSettings(watch.get(), apps, noise, filters, days.get().intValue(), log.get());
    if (!ChosenErrorSettings.fits(settings)) {
      fields.wrong("filters", "too-much");
    }
    return Optional.of(settings);
  }

  static Optional<Watched.Mode> watch(Fields fields, String name) {
    String asked = fields.text(name, 1, 20).orElse("");
    Optional<Watched.Mode> mode =
        Arrays.stream(Watched.Mode.values()).filter(one -> Names.of(one).equals(asked)).findFirst();
    if (mode.isEmpty() && fields.has(name)) {
      fields.wrong(name, "unknown-choice", ids(Watched.Mode.values()));
    }
    return mode;
  }

  private static String ids(Enum<?>[] values) {
    return String.join(", ", Stream.of(values).map(Names::of).toList());
  }

  private static Set<Noise> noise(Fields fields) {
    Set<Noise> kept = EnumSet.noneOf(Noise.class);
    for (String id : fields.texts("noiseKept", Noise.values().length, 1, KEY)) {
      Optional<Noise> noise = Noise.byId(id);
      if (noise.isEmpty()) {
        fields.wrong("noiseKept", "unknown-choice", ids(Noise.values()));
      }
      noise.ifPresent(kept::add);
    }
    return kept;
  }

  static Optional<Filter> filter(Fields fields) {
    fields.refuseAllBut(Set.of("id", "field", "pattern", "on"));
    Optional<String> id = fields.text("id", 1, 40);
    if (id.isPresent() && !FILTER_ID.matcher(id.get()).matches()) {
      fields.wrong("id", "filter-id");
    }
    Optional<String> named = fields.text("field", 1, 20);
    Optional<Filter.Field> field = named.flatMap(Filter.Field::byId);
    if (named.isPresent() && field.isEmpty()) {
      fields.wrong("field", "unknown-choice", ids(Filter.Field.values()));
    }
    Optional<String> pattern = fields.text("pattern", 1, KEY);
    Optional<Boolean> on = fields.flag("on");
    fields.require("on");
    return id.isPresent() && field.isPresent() && pattern.isPresent() && on.isPresent()
        ? Optional.of(new Filter(id.get(), field.get(), pattern.get(), on.get()))
        : Optional.empty();
  }
}
