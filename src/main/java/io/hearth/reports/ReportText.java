package io.hearth.reports;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.hearth.reports.Handling.NamedZip;
import io.hearth.reports.Handling.State;
import io.hearth.reports.Report.Screenshot;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reports and what was done about them as the files that are kept. */
final class ReportText {

  private record KeptReport(
      String receivedAt,
      String happened,
      String expected,
      String page,
      String app,
      String productVersion,
      List<PageError> errors,
      String email,
      Screenshot screenshot) {}

  private record KeptHandling(
      String state, String notes, String by, String changedAt, NamedZip zip) {}

  // What people typed stays readable in an editor; nobody shows these files as HTML.
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private ReportText() {}

  static String write(Report report) {
    return GSON.toJson(
        new KeptReport(
            report.receivedAt().toString(),
            report.happened(),
            report.expected(),
            report.page(),
            report.app(),
            report.productVersion(),
            report.errors(),
            report.email().orElse(null),
            report.screenshot().orElse(null)));
  }

  static Report report(String id, String text) {
    try {
      KeptReport kept = GSON.fromJson(text, KeptReport.class);
      return new Report(
          id,
          Instant.parse(kept.receivedAt()),
          there(kept.happened()),
          there(kept.expected()),
          there(kept.page()),
          there(kept.app()),
          there(kept.productVersion()),
          kept.errors().stream().map(PageError::clean).toList(),
          Optional.ofNullable(kept.email()),
          Optional.ofNullable(kept.screenshot()));
    } catch (JsonParseException | DateTimeException | NullPointerException e) {
      throw new IllegalArgumentException("a kept report is broken", e);
    }
  }

  static String write(Handling handling) {
    return GSON.toJson(
        new KeptHandling(
            handling.state().name(),
            handling.notes(),
            handling.by(),
            handling.changedAt().map(Instant::toString).orElse(null),
            handling.zip().orElse(null)));
  }

  static Handling handling(long revision, String text) {
    try {
      KeptHandling kept = GSON.fromJson(text, KeptHandling.class);
      return new Handling(
          revision,
          State.valueOf(kept.state()),
          there(kept.notes()),
          there(kept.by()),
          Optional.ofNullable(kept.changedAt()).map(Instant::parse),
          Optional.ofNullable(kept.zip()));
    } catch (JsonParseException | DateTimeException | NullPointerException e) {
      throw new IllegalArgumentException("what was done about a report is broken", e);
    }
  }

  private static String there(String text) {
    return Optional.ofNullable(text).orElse("");
  }
}
