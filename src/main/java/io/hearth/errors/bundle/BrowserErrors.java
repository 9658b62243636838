package io.hearth.errors.bundle;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.collectors.Collector;
import io.hearth.collectors.Entry;
import io.hearth.collectors.Item;
import io.hearth.collectors.Item.Cost;
import io.hearth.collectors.Item.Preset;
import io.hearth.collectors.Item.Reveals;
import io.hearth.collectors.Scope;
import io.hearth.errors.store.Decisions;
import io.hearth.errors.store.ErrorArchive;
import io.hearth.errors.store.StoredGroup;
import io.hearth.errors.triage.Board;
import io.hearth.errors.triage.Card;
import io.hearth.errors.triage.State.Status;
import io.hearth.host.Host;
import io.hearth.store.PrivateFolder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Errors of browsers in a Support ZIP: the groups of all nodes as one, with what administrators
 * decided, and a summary for its overview. Samples lie with what the app itself keeps.
 */
public final class BrowserErrors implements Collector {

  private static final int TOP = 10;
  private static final long SUMMARY_BYTES = 4_096;

  /** Most instances have some hundreds of groups. */
  private static final long GROUPS_BYTES = 256 * 1024;

  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final Gson LINE = new GsonBuilder().disableHtmlEscaping().create();
  private static final Item ITEM =
      new Item(
          "browser-errors",
          Set.of(Preset.QUICK, Preset.FULL),
          Set.of(Reveals.CONTENT),
          Cost.READS_FILES);

  private final Function<Scope, Board> board;

  private BrowserErrors(Function<Scope, Board> board) {
    this.board = board;
  }

  /**
   * @param board of the running product, which has the groups at hand
   */
  public static BrowserErrors inProduct(Supplier<Board> board) {
    return new BrowserErrors(scope -> board.get());
  }

  /** Reads what a product that is down has left. */
  public static BrowserErrors offline() {
    return new BrowserErrors(scope -> stored(scope.host(), scope.clock()));
  }

  private static Board stored(Host host, Clock clock) {
    PrivateFolder nodes = PrivateFolder.nodesIn(host.layout().sharedHome());
    Decisions decisions = new Decisions(nodes, host.nodeId(), clock);
    ErrorArchive archive = new ErrorArchive(nodes, Optional.empty(), decisions, clock);
    return new Board(archive.view(), clock.instant());
  }

  @Override
  public Item item() {
    return ITEM;
  }

  @Override
  public List<Entry> entries(Scope scope) {
    return List.of(
        new Entry.Made(
            "summary.json", SUMMARY_BYTES, out -> summary(board.apply(scope).cards(), out)),
        new Entry.Made(
            "groups.jsonl", GROUPS_BYTES, out -> groups(board.apply(scope).cards(), out)));
  }

  private static void summary(List<Card> cards, OutputStream out) throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty("groups", cards.size());
    json.addProperty("errors", cards.stream().mapToLong(card -> card.group().total()).sum());
    for (Status status : Status.values()) {
      long count = cards.stream().filter(card -> card.state().status() == status).count();
      json.addProperty(status.id(), count);
    }
    JsonArray top = new JsonArray();
    cards.stream()
        .sorted(Comparator.comparingLong((Card card) -> -card.group().total()))
        .limit(TOP)
        .forEach(card -> top.add(head(card)));
    json.add("top", top);
    out.write((PRETTY.toJson(json) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void groups(List<Card> cards, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    for (Card card : cards.stream().sorted(Comparator.comparing(Card::id)).toList()) {
      LINE.toJson(whole(card), writer);
      writer.write('\n');
    }
    writer.flush();
  }

  private static JsonObject head(Card card) {
    StoredGroup group = card.group();
    JsonObject json = new JsonObject();
    json.addProperty("id", card.id().text());
    json.addProperty("app", group.app());
    json.addProperty("type", group.type());
    json.addProperty("title", group.title());
    json.addProperty("culprit", group.culprit());
    json.addProperty("state", card.state().status().id());
    json.addProperty("total", group.total());
    json.addProperty("firstSeen", group.firstSeen().toString());
    json.addProperty("lastSeen", group.lastSeen().toString());
    return json;
  }

  private static JsonObject whole(Card card) {
    StoredGroup group = card.group();
    JsonObject json = head(card);
    json.addProperty("level", group.level().id());
    json.addProperty("unhandled", group.unhandled());
    json.add("browsers", counts(group.browsers()));
    json.add("systems", counts(group.systems()));
    json.add("appReleases", counts(group.appReleases()));
    json.add("productReleases", counts(group.productReleases()));
    JsonObject days = new JsonObject();
    group.days().forEach(day -> days.addProperty(day.day().toString(), day.count()));
    json.add("days", days);
    json.addProperty("notes", card.notes());
    return json;
  }

  private static JsonObject counts(Map<String, Long> named) {
    JsonObject json = new JsonObject();
    named.forEach(json::addProperty);
    return json;
  }
}
