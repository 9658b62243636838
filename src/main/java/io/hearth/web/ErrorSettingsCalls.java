package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.audit.Deed;
import io.hearth.errors.intake.ChosenErrorSettings;
import io.hearth.errors.intake.ErrorSettings;
import io.hearth.errors.intake.Filter;
import io.hearth.errors.page.InstanceKey;
import io.hearth.errors.store.StoredSample;
import io.hearth.errors.triage.Board;
import io.hearth.errors.triage.Card;
import io.hearth.errors.triage.ErrorDesk;
import io.hearth.host.InstalledApp;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The calls for what is watched and what is left out. */
final class ErrorSettingsCalls {

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
    json.add("settings", ErrorSettingsFields.json(now));
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

  private void keep(Call call) throws IOException, Refusal {
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    Optional<ErrorSettings> wanted = ErrorSettingsFields.settings(fields);
    fields.throwIfWrong();
    ErrorSettings before = settings.now();
    ErrorSettings now = wanted.orElseThrow();
    settings.keep(now);
    audit.changed(
        call.user(),
        Deed.ERROR_SETTINGS_CHANGED,
        ErrorSettingsFields.json(before),
        ErrorSettingsFields.json(now));
    call.json(view(now));
  }

  /** What is stored has no value of its own for each error: groups are looked at as a whole. */
  private void test(Call call) throws IOException, Refusal {
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    Optional<Filter> filter = ErrorSettingsFields.filter(fields);
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
