package io.hearth.devhost.instance.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import io.hearth.devhost.instance.ProductKind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The line of the product's main log: its log4j or logback pattern as the default configuration has
 * it.
 */
final class ProductLayout extends LayoutBase<ILoggingEvent> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS").withZone(ZoneId.systemDefault());
  private static final DateTimeFormatter ZONE =
      DateTimeFormatter.ofPattern("xx").withZone(ZoneId.systemDefault());

  private final ProductKind kind;

  ProductLayout(ProductKind kind) {
    this.kind = kind;
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    String line =
        switch (kind) {
          case JIRA -> jira(event);
          case CONFLUENCE -> confluence(event);
          case BITBUCKET -> bitbucket(event);
        };
    return line + "\n" + trace(event);
  }

  static String time(ILoggingEvent event) {
    return TIME.format(instant(event));
  }

  static String timeWithZone(ILoggingEvent event) {
    return time(event) + ZONE.format(instant(event));
  }

  private static Instant instant(ILoggingEvent event) {
    return Instant.ofEpochMilli(event.getTimeStamp());
  }

  static String fact(ILoggingEvent event, String key) {
    return event.getMDCPropertyMap().getOrDefault(key, "");
  }

  private static String trace(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    return thrown == null ? "" : ThrowableProxyUtil.asString(thrown) + "\n";
  }

  /**
   * {@code %d %t %p %user %request %session %address %url [%q{2}] %m}; empty parts leave blanks.
   */
  private static String jira(ILoggingEvent event) {
    return String.join(
        " ",
        timeWithZone(event),
        event.getThreadName(),
        event.getLevel().toString(),
        fact(event, Visit.USER),
        fact(event, Visit.REQUEST),
        fact(event, Visit.SESSION),
        fact(event, Visit.ADDRESS),
        fact(event, Visit.URL),
        "[" + LoggerNames.firstTwoShort(event.getLoggerName()) + "]",
        event.getFormattedMessage());
  }

  /** {@code %d %p [%t] [%c{4}] %M %m}, and from WARN up what was asked for and by whom. */
  private static String confluence(ILoggingEvent event) {
    StackTraceElement[] callers = event.getCallerData();
    String method = callers.length == 0 ? "?" : callers[0].getMethodName();
    String line =
        String.join(
            " ",
            time(event),
            event.getLevel().toString(),
            "[" + event.getThreadName() + "]",
            "[" + LoggerNames.lastFour(event.getLoggerName()) + "]",
            method,
            event.getFormattedMessage());
    boolean tells = event.getLevel().isGreaterOrEqual(Level.WARN);
    return tells ? line + confluenceFacts(event.getMDCPropertyMap()) : line;
  }

  private static String confluenceFacts(Map<String, String> facts) {
    List<String> parts = new ArrayList<>();
    Optional.ofNullable(facts.get(Visit.URL)).ifPresent(url -> parts.add("url: " + url));
    Optional.ofNullable(facts.get(Visit.REQUEST)).ifPresent(id -> parts.add("traceId: " + id));
    Optional.ofNullable(facts.get(Visit.USER)).ifPresent(user -> parts.add("userName: " + user));
    return parts.isEmpty() ? "" : " -- " + String.join(" | ", parts);
  }

  /** Outside of requests the logger follows the thread at once. */
  private static String bitbucket(ILoggingEvent event) {
    String head = "%s %-5s [%s] ".formatted(time(event), event.getLevel(), event.getThreadName());
    String request =
        fact(event, Visit.REQUEST).isEmpty()
            ? ""
            : "%s %s %s %s \"%s\" "
                .formatted(
                    fact(event, Visit.USER),
                    fact(event, Visit.REQUEST),
                    fact(event, Visit.SESSION),
                    fact(event, Visit.ADDRESS),
                    fact(event, Visit.LINE));
    return head
        + request
        + LoggerNames.allShort(event.getLoggerName())
        + " "
        + event.getFormattedMessage();
  }
}
