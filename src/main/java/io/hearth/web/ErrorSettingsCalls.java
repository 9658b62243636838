package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.Limits.Range;
import io.hearth.application.Names;
import io.hearth.application.audit.Deed;
import io.hearth.errors.intake.ChosenErrorSettings;
import io.hearth.errors.intake.ErrorSettings;
import io.hearth.errors.intake.Filter;
import io.hearth.errors.intake.Noise;
import io.hearth.errors.page.InstanceKey;
import io.hearth.errors.page.Watched;
import io.hearth.errors.store.StoredSample;
import io.hearth.errors.triage.Board;
import io.hearth.errors.triage.Card;
import io.hearth.errors.triage.ErrorDesk;
import io.hearth.host.InstalledApp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The calls for what is watched and what is left out. */
final class ErrorSettingsCalls {

  private static final Pattern FILTER_ID = Pattern.compile("[a-z0-9-]{1,40}");
  private static final int KEY = 200;
  private static final int MOST_SHOWN = 100;

  private final ChosenErrorSettings settings;
  private final InstanceKey instanceKey;
  private final Supplier<ErrorDesk> desk;
  private final Supplier<Collection<InstalledApp>> installed;
  private final Audit audit;

  ErrorSettingsCalls(
      ChosenErrorSettings settings,
      InstanceKey instanceKey,
      Supplier<ErrorDesk> desk,
      Supplier<Collection<InstalledApp>> installed,
      Audit audit) {
    this.settings = settings;
    this.instanceKey = instanceKey;
    this.desk = desk;
    this.installed = installed;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, "/errors/settings", this::show),
        Route.secure(Route.Method.PUT, "/errors/settings", this::keep),
        Route.secure(Route.Method.POST, "/errors/filters/test", this::test));
  }

  private void show(Call call) throws IOException {
    call.json(view(settings.now()));
  }

  private JsonObject view(ErrorSettings now) {
    JsonObject json = new JsonObject();
    json.add("settings", json(now));
    json.addProperty("clientKey", instanceKey.text());
    json.addProperty("ingestPath", ApiServlet.BASE + "/ingest/envelope");
    JsonArray apps = new JsonArray();
    installed.get().stream()
        .filter(app -> !app.bundled())
        .sorted(Comparator.comparing(InstalledApp::name, String.CASE_INSENSITIVE_ORDER))
        .forEach(
            app -> {
              JsonObject one = new JsonObject();
              one.addProperty("key", app.key());
              one.addProperty("name", app.name());
              apps.add(one);
            });
    json.add("installed", apps);
    return json;
  }

  private static JsonObject json(ErrorSettings now) {
    JsonObject json = new JsonObject();
    json.addProperty("watch", Names.of(now.watch()));
    json.add("apps", Audit.array(now.apps()));
    json.add("noiseKept", Audit.array(now.noiseKept().stream().map(Noise::id).sorted().toList()));
    json.add("filters", ErrorViews.list(now.filters(), ErrorSettingsCalls::json));
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

  private void keep(Call call) throws IOException, Refusal {
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    fields.refuseAllBut(Set.of("watch", "apps", "noiseKept", "filters", "retentionDays", "logNew"));
    Optional<Watched.Mode> watch = watch(fields);
    List<String> apps = fields.texts("apps", ErrorSettings.MOST_APPS, 1, KEY);
    Set<Noise> noise = noise(fields);
    List<Filter> filters = new ArrayList<>();
    for (Fields one : fields.objects("filters", ErrorSettings.MOST_FILTERS)) {
      filter(one).ifPresent(filters::add);
    }
    if (!fields.has("retentionDays")) {
      fields.wrong("retentionDays", "required");
    }
    int most = ErrorSettings.MOST_DAYS;
    Optional<Long> days = fields.whole("retentionDays", new Range(most, 1, most));
    Optional<Boolean> log = fields.flag("logNew");
    if (!fields.has("logNew")) {
      fields.wrong("logNew", "required");
    }
    fields.throwIfWrong();
    ErrorSettings before = settings.now();
    ErrorSettings now =
        new ErrorSettings(
            watch.orElseThrow(),
            apps,
            noise,
            filters,
            days.orElseThrow().intValue(),
            log.orElseThrow());
    settings.keep(now);
    JsonObject what = new JsonObject();
    what.add("before", json(before));
    what.add("now", json(now));
    audit.done(call.user(), Deed.ERROR_SETTINGS_CHANGED, what);
    call.json(view(now));
  }

  private static Optional<Watched.Mode> watch(Fields fields) {
    String asked = fields.text("watch", 1, 20).orElse("");
    Optional<Watched.Mode> mode =
        Arrays.stream(Watched.Mode.values()).filter(one -> Names.of(one).equals(asked)).findFirst();
    if (mode.isEmpty() && fields.has("watch")) {
      fields.wrong("watch", "unknown-choice", ids(Watched.Mode.values()));
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

  private static Optional<Filter> filter(Fields fields) {
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
    if (!fields.has("on")) {
      fields.wrong("on", "required");
    }
    return id.isPresent() && field.isPresent() && pattern.isPresent() && on.isPresent()
        ? Optional.of(new Filter(id.get(), field.get(), pattern.get(), on.get()))
        : Optional.empty();
  }

  /** What is stored has no value of its own for each error: groups are looked at as a whole. */
  private void test(Call call) throws IOException, Refusal {
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    Optional<Filter> filter = filter(fields);
    fields.throwIfWrong();
    Filter.Compiled compiled = filter.orElseThrow().compiled();
    Board board = desk.get().board();
    Function<Card, List<StoredSample>> samples = desk.get().samples();
    List<Card> fitting =
        board.cards().stream()
            .sorted(Comparator.comparing(Card::id))
            .filter(card -> values(card, filter.get().field(), samples).anyMatch(compiled::fits))
            .sorted(Comparator.comparingLong((Card card) -> card.group().total()).reversed())
            .toList();
    JsonObject json = new JsonObject();
    json.add(
        "groups",
        ErrorViews.list(
            fitting.subList(0, Math.min(MOST_SHOWN, fitting.size())), ErrorSettingsCalls::json));
    json.addProperty("matchingGroups", fitting.size());
    json.addProperty("matchingErrors", total(fitting));
    json.addProperty("allErrors", total(board.cards()));
    call.json(json);
  }

  private static Stream<String> values(
      Card card, Filter.Field field, Function<Card, List<StoredSample>> samples) {
    return switch (field) {
      case MESSAGE ->
          Stream.concat(
              Stream.of(card.group().title()),
              samples.apply(card).stream()
                  .flatMap(one -> one.event().exceptions().stream())
                  .map(thrown -> thrown.value()));
      case TYPE -> Stream.of(card.group().type());
      case FILE ->
          samples.apply(card).stream()
              .flatMap(one -> one.event().outermost().stream())
              .flatMap(thrown -> thrown.frames().stream().limit(1))
              .map(frame -> frame.file());
      case APP -> Stream.of(card.group().app());
      case BROWSER -> card.group().browsers().keySet().stream();
    };
  }

  private static long total(List<Card> cards) {
    return cards.stream().mapToLong(card -> card.group().total()).sum();
  }

  private static JsonObject json(Card card) {
    JsonObject json = new JsonObject();
    json.addProperty("id", card.id().text());
    json.addProperty("title", card.group().title());
    json.addProperty("total", card.group().total());
    return json;
  }
}
