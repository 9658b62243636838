package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.Choice;
import io.hearth.application.Limits;
import io.hearth.application.Limits.Range;
import io.hearth.application.Names;
import io.hearth.collectors.Item;
import io.hearth.collectors.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what is posted to make a Support ZIP; {@code SupportZipRequest} in the OpenAPI file. */
final class SupportZipReader {

  private static final Set<String> FIELDS =
      Set.of(
          "preset",
          "items",
          "options",
          "maxBytes",
          "maxBytesPerItem",
          "sinceDays",
          "from",
          "to",
          "maxSeconds",
          "browser",
          "progress",
          "redaction");

  /** Of a ZIP on the server, which several nodes can make. */
  private static final Set<String> NODES = Set.of("nodes", "nodeWait");

  private static final Set<String> REDACTION = Set.of("case", "lookup", "check", "learnFrom");
  private static final int MAX_ITEMS = 100;
  private static final int MAX_CASE_ID = 64;
  private static final int MAX_PLACE = 40;
  private static final Pattern PROGRESS_ID = Pattern.compile("[A-Za-z0-9-]{8,64}");

  private final List<Item> items;

  SupportZipReader(List<Item> items) {
    this.items = items;
  }

  /** One that is followed by its own id. */
  SupportZipRequest readToStore(JsonObject json) throws Refusal {
    Fields fields = Fields.of(json);
    if (fields.has("progress")) {
      fields.wrong("progress", "unknown");
    }
    return read(fields, NODES);
  }

  SupportZipRequest read(JsonObject json) throws Refusal {
    return read(Fields.of(json), Set.of());
  }

  private SupportZipRequest read(Fields fields, Set<String> more) throws Refusal {
    fields.refuseAllBut(
        Stream.concat(FIELDS.stream(), more.stream()).collect(Collectors.toUnmodifiableSet()));
    List<String> chosen = chosen(fields);
    Map<String, Map<String, String>> options = options(fields);
    fields
        .object("browser")
        .map(BrowserFactsReader::read)
        .ifPresent(facts -> options.put("browser", facts));
    Limits limits = limits(fields);
    Optional<String> progress = fields.text("progress");
    if (progress.isPresent() && !isProgressId(progress.get())) {
      fields.wrong("progress", "progress");
    }
    Optional<Fields> redaction = fields.object("redaction");
    redaction.ifPresent(given -> given.refuseAllBut(REDACTION));
    Optional<String> supportCase =
        redaction
            .filter(given -> given.has("case"))
            .flatMap(given -> given.text("case", 1, MAX_CASE_ID));
    boolean check = redaction.flatMap(given -> given.flag("check")).orElse(true);
    boolean lookup = redaction.flatMap(given -> given.flag("lookup")).orElse(false);
    boolean directory = redaction.map(SupportZipReader::directory).orElse(false);
    fields.throwIfWrong();
    return new SupportZipRequest(
        new Choice(chosen, options, limits, directory, check), progress, supportCase, lookup);
  }

  /** Of the places to learn from, those that are asked on request only. */
  private static boolean directory(Fields redaction) {
    List<String> places =
        redaction.has("learnFrom") ? redaction.texts("learnFrom", 1, 1, MAX_PLACE) : List.of();
    for (int n = 0; n < places.size(); n++) {
      if (!places.get(n).equals("directory")) {
        redaction.wrong("learnFrom[" + n + "]", "unknown-place");
      }
    }
    return !places.isEmpty();
  }

  static boolean isProgressId(String id) {
    return PROGRESS_ID.matcher(id).matches();
  }

  static Limits limits(Fields fields) {
    Limits standard = Limits.standard();
    Optional<TimeWindow> window = window(fields);
    return new Limits(
        fields.whole("maxBytes", Limits.MAX_BYTES).orElse(standard.maxBytes()),
        fields
            .whole("maxBytesPerItem", Limits.MAX_BYTES_PER_ITEM)
            .orElse(standard.maxBytesPerItem()),
        window.isPresent() ? Optional.empty() : since(fields),
        window,
        fields.whole("maxSeconds", Limits.MAX_SECONDS).map(Duration::ofSeconds));
  }

  private static Optional<Duration> since(Fields fields) {
    return fields
        .whole("sinceDays", Limits.SINCE_DAYS)
        .map(Duration::ofDays)
        .or(Limits.standard()::since);
  }

  /** Instead of an age: a window long ago must not be emptied by the usual one. */
  private static Optional<TimeWindow> window(Fields fields) {
    Optional<Instant> from = fields.time("from");
    Optional<Instant> to = fields.time("to");
    boolean named = fields.has("from") || fields.has("to");
    if (named && fields.has("sinceDays")) {
      fields.wrong("sinceDays", "age-or-window");
    }
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      fields.wrong("to", "not-after", from.get());
    }
    return named ? Optional.of(new TimeWindow(from, to)) : Optional.empty();
  }

  private List<String> chosen(Fields fields) {
    if (fields.has("preset") && fields.has("items")) {
      fields.wrong("items", "either");
      return List.of();
    }
    return fields.has("items") ? named(fields) : ofPreset(fields);
  }

  private List<String> ofPreset(Fields fields) {
    String asked = fields.text("preset").orElse(Names.of(Item.Preset.QUICK));
    Optional<Item.Preset> preset =
        Arrays.stream(Item.Preset.values()).filter(one -> Names.of(one).equals(asked)).findFirst();
    if (preset.isEmpty()) {
      fields.wrong("preset", "unknown-preset", asked);
    }
    return items.stream()
        .filter(item -> preset.isPresent() && item.presets().contains(preset.get()))
        .map(Item::id)
        .toList();
  }

  private List<String> named(Fields fields) {
    JsonArray array = fields.array("items").orElseGet(JsonArray::new);
    List<String> named = new ArrayList<>();
    if (array.isEmpty() && fields.raw("items").filter(JsonArray.class::isInstance).isPresent()) {
      fields.wrong("items", "empty");
    }
    if (array.size() > MAX_ITEMS) {
      fields.wrong("items", "count", MAX_ITEMS);
      return named;
    }
    for (int n = 0; n < array.size(); n++) {
      String place = "items[" + n + "]";
      Optional<String> id = Fields.textOf(array.get(n));
      if (id.isEmpty()) {
        fields.wrong(place, "string");
      } else if (item(id.get()).isEmpty()) {
        fields.wrong(place, "unknown-item", id.get());
      } else if (named.contains(id.get())) {
        fields.wrong(place, "twice");
      } else {
        named.add(id.get());
      }
    }
    return named;
  }

  private Map<String, Map<String, String>> options(Fields fields) {
    Map<String, Map<String, String>> options = new LinkedHashMap<>();
    Optional<Fields> given = fields.object("options");
    for (String id : given.map(Fields::names).orElse(Set.of())) {
      Optional<Item> item = item(id);
      if (item.isEmpty()) {
        given.get().wrong(id, "unknown-item", id);
      } else {
        given
            .get()
            .object(id)
            .map(values -> options(item.get(), values))
            .ifPresent(values -> options.put(id, values));
      }
    }
    return options;
  }

  private static Map<String, String> options(Item item, Fields values) {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (String name : values.names()) {
      Optional<Item.Option> option =
          item.options().stream().filter(one -> one.name().equals(name)).findFirst();
      if (option.isEmpty()) {
        values.wrong(name, "unknown-option");
      } else {
        Item.Option known = option.get();
        values
            .whole(name, new Range(known.standard(), known.min(), known.max()))
            .ifPresent(value -> chosen.put(name, value.toString()));
      }
    }
    return chosen;
  }

  private Optional<Item> item(String id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst();
  }
}
