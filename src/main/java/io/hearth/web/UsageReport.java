package io.hearth.web;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.audit.Deed;
import io.hearth.usage.consent.ChosenUsage;
import io.hearth.usage.consent.UsageSettings;
import io.hearth.usage.declare.Declarations;
import io.hearth.usage.declare.Feature;
import io.hearth.usage.report.Percentiles;
import io.hearth.usage.report.Published;
import io.hearth.usage.report.Publisher;
import io.hearth.usage.store.Outcome;
import io.hearth.usage.store.Timing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The calls for the table of numbers that are enough people's. */
record UsageReport(
    Declarations declarations, ChosenUsage chosen, Supplier<Publisher> publisher, Audit audit) {

  private static final Gson GSON = new Gson();
  private static final List<Integer> PERCENTILES = List.of(50, 90);

  private enum Format {
    JSON("application/json"),
    CSV("text/csv");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, "/usage/report", this::show),
        Route.secure(Route.Method.GET, "/usage/export", this::export));
  }

  private void show(Call call) throws IOException, Refusal {
    ErrorQuery asked = ErrorQuery.of(call, "days");
    int days = asked.days();
    asked.throwIfWrong();
    LocalDate from = from(days);
    call.json(report(from, publisher.get().table(from)));
  }

  private LocalDate from(int days) {
    return publisher.get().lastDay().minusDays(days - 1L);
  }

  private JsonObject report(LocalDate from, List<Published> table) {
    UsageSettings settings = chosen.settings();
    JsonObject json = new JsonObject();
    json.addProperty("from", from.toString());
    json.addProperty("to", publisher.get().lastDay().toString());
    json.addProperty("threshold", settings.threshold());
    json.addProperty("noise", settings.noise().id());
    Map<String, String> appNames = new HashMap<>();
    declarations.all().forEach(one -> appNames.put(one.app(), one.appName()));
    Map<String, Feature> declared = declarations.features();
    Map<String, List<Published>> byFeature = new TreeMap<>();
    for (Published cell : table) {
      byFeature
          .computeIfAbsent(Feature.nameOf(cell.app(), cell.feature()), any -> new ArrayList<>())
          .add(cell);
    }
    JsonArray features = new JsonArray();
    byFeature.forEach(
        (name, cells) -> {
          JsonObject feature = feature(cells, settings.threshold());
          String app = cells.get(0).app();
          feature.add("app", UsageViews.app(app, appNames.getOrDefault(app, app)));
          feature.addProperty(
              "description",
              Optional.ofNullable(declared.get(name)).map(Feature::description).orElse(""));
          features.add(feature);
        });
    json.add("features", features);
    return json;
  }

  private static JsonObject feature(List<Published> cells, int threshold) {
    JsonObject json = new JsonObject();
    json.addProperty("key", cells.get(0).feature());
    JsonArray days = new JsonArray();
    cells.forEach(cell -> days.add(day(cell)));
    json.add("days", days);
    Timing timing =
        cells.stream().flatMap(cell -> cell.timing().stream()).reduce(Timing.NONE, Timing::plus);
    for (int percent : PERCENTILES) {
      Percentiles.of(timing, percent, threshold)
          .ifPresent(milliseconds -> json.addProperty("p" + percent, milliseconds));
    }
    return json;
  }

  private static JsonObject day(Published cell) {
    JsonObject json = new JsonObject();
    json.addProperty("day", cell.date().toString());
    json.addProperty("count", cell.events());
    cell.people().ifPresent(people -> json.addProperty("people", people));
    cell.outcomes().forEach((outcome, count) -> json.addProperty(outcome.id(), count));
    return json;
  }

  private void export(Call call) throws IOException, Refusal {
    ErrorQuery asked = ErrorQuery.of(call, "days", "format");
    int days = asked.days();
    Format format = asked.chosen("format", Format.values(), Format::id).orElse(Format.JSON);
    asked.throwIfWrong();
    LocalDate from = from(days);
    List<Published> table = publisher.get().table(from);
    String text =
        switch (format) {
          case JSON -> GSON.toJson(report(from, table)) + "\n";
          case CSV -> csv(table);
        };
    audit.done(call.user(), Deed.USAGE_EXPORTED, "days", String.valueOf(days));
    Answers.common(call.response());
    call.response().setContentType(format.mediaType);
    call.response().setCharacterEncoding(StandardCharsets.UTF_8.name());
    call.response()
        .setHeader("Content-Disposition", "attachment; filename=\"usage." + format.id() + "\"");
    if (!call.request().getMethod().equals("HEAD")) {
      call.response().getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String csv(List<Published> table) {
    StringBuilder text = new StringBuilder();
    List<String> head = new ArrayList<>(List.of("day", "app", "feature", "count", "peopleAtLeast"));
    Arrays.stream(Outcome.values()).map(Outcome::id).forEach(head::add);
    text.append(Csv.line(head));
    for (Published cell : table) {
      String people = cell.people().isPresent() ? String.valueOf(cell.people().getAsInt()) : "";
      Stream<String> outcomes =
          cell.outcomes().isEmpty()
              ? Collections.nCopies(Outcome.values().length, "").stream()
              : Arrays.stream(Outcome.values())
                  .map(outcome -> String.valueOf(cell.outcomes().getOrDefault(outcome, 0L)));
      text.append(
          Csv.line(
              Stream.concat(
                      Stream.of(
                          cell.date().toString(),
                          cell.app(),
                          cell.feature(),
                          String.valueOf(cell.events()),
                          people),
                      outcomes)
                  .toList()));
    }
    return text.toString();
  }
}
