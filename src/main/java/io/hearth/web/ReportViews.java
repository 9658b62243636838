package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.Names;
import io.hearth.errors.event.Browser;
import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.Grouped;
import io.hearth.errors.event.Level;
import io.hearth.errors.event.Thrown;
import io.hearth.errors.grouping.Grouping;
import io.hearth.errors.triage.Board;
import io.hearth.errors.triage.Card;
import io.hearth.reports.Filed;
import io.hearth.reports.Handling;
import io.hearth.reports.PageError;
import io.hearth.reports.Report;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Reports as the REST interface shows them. */
final class ReportViews {

  /** How much of a message has to be the same. */
  private static final int COMPARED = 120;

  private final Grouping grouping = new Grouping();
  private final Supplier<Board> board;
  private final UnaryOperator<String> appName;

  ReportViews(Supplier<Board> board, UnaryOperator<String> appName) {
    this.board = board;
    this.appName = appName;
  }

  static JsonObject summary(Filed filed) {
    Report report = filed.report();
    JsonObject json = new JsonObject();
    json.addProperty("id", report.id());
    json.addProperty("receivedAt", report.receivedAt().toString());
    json.addProperty("title", report.title());
    json.addProperty("page", report.page());
    json.addProperty("state", Names.of(filed.handling().state()));
    json.addProperty("hasScreenshot", report.screenshot().isPresent());
    json.addProperty("errors", report.errors().size());
    report.email().ifPresent(email -> json.addProperty("email", email));
    return json;
  }

  JsonObject detail(Filed filed) {
    Report report = filed.report();
    JsonObject json = new JsonObject();
    json.addProperty("id", report.id());
    json.addProperty("receivedAt", report.receivedAt().toString());
    json.addProperty("title", report.title());
    json.addProperty("happened", report.happened());
    json.addProperty("expected", report.expected());
    json.addProperty("page", report.page());
    JsonObject app = new JsonObject();
    app.addProperty("key", report.app());
    app.addProperty("name", report.app().isEmpty() ? "" : appName.apply(report.app()));
    json.add("app", app);
    json.addProperty("productVersion", report.productVersion());
    report.email().ifPresent(email -> json.addProperty("email", email));
    report.screenshot().ifPresent(picture -> json.add("screenshot", screenshot(picture)));
    json.add("errors", errors(report));
    json.add("handling", handling(filed.handling()));
    return json;
  }

  private static JsonObject screenshot(Report.Screenshot picture) {
    JsonObject json = new JsonObject();
    json.addProperty("width", picture.width());
    json.addProperty("height", picture.height());
    json.addProperty("bytes", picture.bytes());
    return json;
  }

  static JsonObject handling(Handling handling) {
    JsonObject json = new JsonObject();
    json.addProperty("revision", handling.revision());
    json.addProperty("state", Names.of(handling.state()));
    json.addProperty("notes", handling.notes());
    json.addProperty("by", handling.by());
    handling.changedAt().ifPresent(at -> json.addProperty("changedAt", at.toString()));
    handling
        .zip()
        .ifPresent(
            zip -> {
              JsonObject one = new JsonObject();
              one.addProperty("name", zip.name());
              one.addProperty("sha256", zip.sha256());
              json.add("zip", one);
            });
    return json;
  }

  private JsonArray errors(Report report) {
    JsonArray errors = new JsonArray();
    for (PageError error : report.errors()) {
      JsonObject one = new JsonObject();
      one.addProperty("app", error.app());
      one.addProperty("type", error.type());
      one.addProperty("value", error.value());
      group(error).ifPresent(card -> one.addProperty("group", card.id().text()));
      errors.add(one);
    }
    return errors;
  }

  /**
   * The group of browser errors that this one fell into: of the same app, type and title. What is
   * stored is redacted and the report holds what its reporter saw, so only letters are compared.
   */
  private Optional<Card> group(PageError error) {
    Grouped seen = grouping.group(event(error));
    return board.get().cards().stream()
        .filter(card -> card.group().app().equals(error.app()))
        .filter(card -> card.group().type().equals(seen.type()))
        .filter(card -> letters(card.group().title()).equals(letters(seen.title())))
        .findFirst();
  }

  private static ErrorEvent event(PageError error) {
    return new ErrorEvent(
        "",
        Instant.EPOCH,
        error.app(),
        "",
        "",
        Level.ERROR,
        List.of(new Thrown(error.type(), error.value(), false, List.of())),
        "",
        List.of(),
        List.of(),
        Browser.UNKNOWN);
  }

  private static String letters(String message) {
    String letters = message.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    return letters.substring(0, Math.min(COMPARED, letters.length()));
  }
}
