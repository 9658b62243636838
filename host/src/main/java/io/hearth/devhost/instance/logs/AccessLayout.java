package io.hearth.devhost.instance.logs;

import io.hearth.devhost.instance.ProductKind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The products' access log lines. */
final class AccessLayout {
  private static final DateTimeFormatter VALVE =
      DateTimeFormatter.ofPattern("'['dd/MMM/yyyy:HH:mm:ss xx']'", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());
  private static final DateTimeFormatter LOGBACK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS").withZone(ZoneId.systemDefault());

  private final ProductKind kind;

  AccessLayout(ProductKind kind) {
    this.kind = kind;
  }

  /** How a request ended. */
  record End(Instant time, int status, long bytes, long millis, String thread) {}

  String line(Visit visit, End end) {
    return switch (kind) {
      case JIRA -> jira(visit, end);
      case CONFLUENCE -> confluence(visit, end);
      case BITBUCKET ->
          bitbucket(
              visit,
              "o",
              end.time(),
              end.status() + " | 0 | " + end.bytes() + " | - | " + end.millis());
    };
  }

  /** Bitbucket alone also writes a line when a request comes in. */
  Optional<String> lineOfStart(Visit visit, Instant time) {
    return kind == ProductKind.BITBUCKET
        ? Optional.of(bitbucket(visit, "i", time, "- | - | - | - | -"))
        : Optional.empty();
  }

  /** {@code %a %request %user %t "%m %U%q %H" %s %b %D "%referer" "%agent" "%session"}. */
  private static String jira(Visit visit, End end) {
    return "%s %s %s %s \"%s\" %d %s %d \"%s\" \"%s\" \"%s\""
        .formatted(
            visit.address(),
            visit.requestId(),
            visit.user().orElse("-"),
            VALVE.format(end.time()),
            visit.line(),
            end.status(),
            bytes(end),
            end.millis(),
            visit.referer(),
            visit.agent(),
            visit.session().orElse("-"));
  }

  /** {@code %t %user %I %h %r %s %Dms %b %referer %agent}. */
  private static String confluence(Visit visit, End end) {
    return "%s %s %s %s %s %d %dms %s %s %s"
        .formatted(
            VALVE.format(end.time()),
            visit.user().orElse("-"),
            end.thread(),
            visit.address(),
            visit.line(),
            end.status(),
            end.millis(),
            bytes(end),
            visit.referer(),
            visit.agent());
  }

  private static String bitbucket(Visit visit, String way, Instant time, String outcome) {
    return "%s | http | %s%s | %s | %s | \"%s\" | \"%s\" \"%s\" | %s | %s | "
        .formatted(
            visit.address(),
            way,
            visit.requestId(),
            visit.user().orElse("-"),
            LOGBACK.format(time),
            visit.line(),
            visit.referer().equals("-") ? "" : visit.referer(),
            visit.agent(),
            outcome,
            visit.session().orElse("-"));
  }

  private static String bytes(End end) {
    return end.bytes() == 0 ? "-" : Long.toString(end.bytes());
  }
}
