package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.audit.Deed;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.store.ErrorView;
import io.hearth.errors.store.Outcome;
import io.hearth.errors.store.StoredSample;
import io.hearth.errors.triage.Board;
import io.hearth.errors.triage.Card;
import io.hearth.errors.triage.ErrorDesk;
import io.hearth.errors.triage.Query;
import io.hearth.errors.triage.State;
import io.hearth.web.Problem.Kind;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The calls that look at groups of browser errors. */
final class ErrorGroupCalls {

  private final Supplier<ErrorDesk> desk;
  private final UnaryOperator<String> appName;
  private final Clock clock;
  private final Audit audit;

  ErrorGroupCalls(
      Supplier<ErrorDesk> desk, UnaryOperator<String> appName, Clock clock, Audit audit) {
    this.desk = desk;
    this.appName = appName;
    this.clock = clock;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, "/error-groups", this::list),
        Route.secure(Route.Method.GET, "/error-groups/{id}", this::one),
        Route.secure(Route.Method.GET, "/error-groups/{id}/handover", this::handOver),
        Route.secure(Route.Method.GET, "/errors/brief", this::brief),
        Route.secure(Route.Method.GET, "/errors/export", this::export));
  }

  private ErrorViews views() {
    return new ErrorViews(appName, clock.instant());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private void list(Call call) throws IOException, Refusal {
    ErrorQuery asked =
        ErrorQuery.of(call, "q", "app", "state", "browser", "release", "sort", "offset", "limit");
    Query query = asked.query();
    int offset = asked.offset();
    int limit = asked.limit();
    asked.throwIfWrong();
    Board board = desk.get().board();
    String tag = '"' + board.revision() + '"';
    call.response().setHeader("ETag", tag);
    if (tag.equals(call.request().getHeader("If-None-Match"))) {
      Answers.common(call.response());
      call.response().setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    List<Card> all = query.of(board, today());
    List<Card> page = all.stream().skip(offset).limit(limit).toList();
    JsonObject json = new JsonObject();
    json.addProperty("revision", board.revision());
    json.addProperty("total", all.size());
    json.add("groups", ErrorViews.list(page, views()::summary));
    json.add("facets", facets(board));
    json.add("intake", intake(board.view()));
    JsonArray nodes = new JsonArray();
    board.view().nodes().forEach(nodes::add);
    json.add("nodes", nodes);
    call.json(json);
  }

  /** Of all groups, so that a choice does not make the others go. */
  private JsonObject facets(Board board) {
    List<Card> cards = board.cards();
    JsonObject json = new JsonObject();
    JsonArray apps = new JsonArray();
    number(cards, card -> List.of(card.group().app()))
        .forEach(
            (key, count) -> {
              JsonObject app = views().app(key);
              app.addProperty("count", count);
              apps.add(app);
            });
    json.add("apps", apps);
    json.add(
        "states", ErrorViews.counts(number(cards, card -> List.of(card.state().status().id()))));
    json.add(
        "browsers",
        ErrorViews.counts(number(cards, card -> List.copyOf(card.group().browsers().keySet()))));
    json.add(
        "releases",
        ErrorViews.counts(number(cards, card -> List.copyOf(card.group().appReleases().keySet()))));
    return json;
  }

  private static Map<String, Long> number(List<Card> cards, Function<Card, List<String>> names) {
    Map<String, Long> numbers = new TreeMap<>();
    cards.forEach(card -> names.apply(card).forEach(name -> numbers.merge(name, 1L, Long::sum)));
    Map<String, Long> most = new LinkedHashMap<>();
    numbers.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(200)
        .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
    return most;
  }

  private static JsonObject intake(ErrorView view) {
    JsonObject json = new JsonObject();
    json.add("filtered", counts(view, Outcome.FILTERED));
    json.add("notDelivered", counts(view, Outcome.NOT_DELIVERED));
    json.add("refused", counts(view, Outcome.REFUSED));
    return json;
  }

  private static JsonArray counts(ErrorView view, Outcome outcome) {
    return ErrorViews.counts(view.counts().getOrDefault(outcome, Map.of()));
  }

  private void one(Call call) throws IOException, Refusal {
    call.json(detail(find(call)));
  }

  Card find(Call call) throws Refusal {
    return find(call.parts().get("id"));
  }

  Card find(String id) throws Refusal {
    return GroupId.parse(id)
        .flatMap(desk.get().board()::find)
        .orElseThrow(() -> new Refusal(Problem.of(Kind.NOT_FOUND)));
  }

  JsonObject detail(Card card) {
    Board board = desk.get().board();
    return views().detail(card, desk.get().samples(card), board::original);
  }

  private void brief(Call call) throws IOException {
    Board board = desk.get().board();
    Instant yesterday = clock.instant().minusSeconds(86_400);
    JsonObject json = new JsonObject();
    json.addProperty("open", in(board, State.Status.OPEN));
    json.addProperty("regressed", in(board, State.Status.REGRESSED));
    json.addProperty(
        "new",
        board.cards().stream()
            .filter(card -> card.state().status() == State.Status.OPEN)
            .filter(card -> card.group().firstSeen().isAfter(yesterday))
            .count());
    json.addProperty("revision", board.revision());
    call.json(json);
  }

  private static long in(Board board, State.Status status) {
    return board.cards().stream().filter(card -> card.state().status() == status).count();
  }

  private void export(Call call) throws IOException, Refusal {
    ErrorQuery asked = ErrorQuery.of(call, "q", "app", "state", "browser", "release", "format");
    Query query = asked.query();
    ErrorExport format =
        asked.chosen("format", ErrorExport.values(), ErrorExport::id).orElse(ErrorExport.JSONL);
    asked.throwIfWrong();
    Board board = desk.get().board();
    List<Card> cards = format == ErrorExport.JSONL ? query.byId(board) : query.of(board, today());
    Function<Card, List<StoredSample>> samples = desk.get().samples();
    ErrorViews views = views();
    audit.done(call.user(), Deed.ERRORS_EXPORTED, "groups", String.valueOf(cards.size()));
    format.write(
        call, cards, views, card -> views.detail(card, samples.apply(card), board::original));
  }

  private void handOver(Call call) throws IOException, Refusal {
    Card card = find(call);
    audit.done(call.user(), Deed.ERROR_HANDED_OVER, "group", card.id().text());
    Handover.write(call, card, detail(card));
  }
}
