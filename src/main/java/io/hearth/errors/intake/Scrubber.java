package io.hearth.errors.intake;

import com.google.re2j.Pattern;
import io.hearth.errors.base.RecentAnswers;
import io.hearth.errors.event.Crumb;
import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.Frame;
import io.hearth.errors.event.Grouped;
import io.hearth.errors.event.Thrown;
import io.hearth.redaction.PseudonymKey;
import io.hearth.redaction.RedactionSession;
import io.hearth.redaction.RedactionSettings;
import io.hearth.redaction.Redactor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;

/**
 * Takes out of texts what must not be written, with the engine that redacts Support ZIPs. Its key
 * is random and thrown away each day: what stands for a value leads nowhere.
 */
final class Scrubber {

  /** Names of functions and files come again and again; longer texts seldom do. */
  private static final int REMEMBERED = 1_000;

  private static final int LONGEST_REMEMBERED = 200;

  /** User agent strings, whole or cut, also with their numbers taken out (RFC 9110, 10.1.5). */
  private static final Pattern AGENT =
      Pattern.compile(
          "\\b(?:Mozilla|Opera|Dalvik)/\\S+"
              + "(?:\\s+(?:\\([^)]*(?:\\)|$)|[\\w.-]+/\\S+|like Gecko))*");

  /** An address with its query or fragment; the first group is what comes before. */
  private static final Pattern QUERY =
      Pattern.compile("((?:\\b[a-z][a-z0-9+.-]*://|/)[^\\s?#\"'<>]*)[?#][^\\s\"'<>)]*");

  private static final List<String> AGENTS = List.of("Mozilla/", "Opera/", "Dalvik/");
  private static final String IN_PLACE_OF_AGENT = "<user agent>";

  /** What redacts on one day, with the answers that it gave last. */
  private static final class Day {
    private final LocalDate date;
    private final Redactor redactor =
        new RedactionSession(RedactionSettings.standard(), PseudonymKey.random()).redactor();
    private final RecentAnswers<String, String> answers = new RecentAnswers<>(REMEMBERED);

    Day(LocalDate date) {
      this.date = date;
    }

    String text(String text) {
      if (text.isEmpty()) {
        return text;
      }
      return text.length() > LONGEST_REMEMBERED ? redacted(text) : answers.of(text, this::redacted);
    }

    private String redacted(String text) {
      boolean agent = AGENTS.stream().anyMatch(text::contains);
      String rest = agent ? AGENT.matcher(text).replaceAll(IN_PLACE_OF_AGENT) : text;
      boolean query = rest.indexOf('?') >= 0 || rest.indexOf('#') >= 0;
      return redactor.redactText(query ? QUERY.matcher(rest).replaceAll("$1") : rest);
    }
  }

  private final Clock clock;
  private final Predicate<String> isApp;
  private Day day = new Day(LocalDate.MIN);

  /**
   * @param isApp whether a plugin key is one of the instance, and so no name that a sender made up
   */
  Scrubber(Clock clock, Predicate<String> isApp) {
    this.clock = clock;
    this.isApp = isApp;
  }

  private synchronized Day today() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!today.equals(day.date)) {
      day = new Day(today);
    }
    return day;
  }

  String clean(String text) {
    return text.isEmpty() ? text : today().text(text);
  }

  Grouped clean(Grouped head) {
    Day now = today();
    return new Grouped(
        head.id(),
        head.rules(),
        now.text(head.type()),
        now.text(head.title()),
        now.text(head.culprit()));
  }

  ErrorEvent clean(ErrorEvent event) {
    Day now = today();
    return new ErrorEvent(
        event.id(),
        event.time(),
        event.app(),
        event.appRelease(),
        event.feature(),
        event.level(),
        event.exceptions().stream().map(thrown -> thrown(now, thrown)).toList(),
        now.text(event.message()),
        event.clientFingerprint().stream().map(part -> now.text(part)).toList(),
        event.crumbs().stream().map(crumb -> crumb(now, crumb)).toList(),
        event.browser());
  }

  private Thrown thrown(Day now, Thrown thrown) {
    return new Thrown(
        now.text(thrown.type()),
        now.text(thrown.value()),
        thrown.handled(),
        thrown.frames().stream().map(frame -> frame(now, frame)).toList());
  }

  private Frame frame(Day now, Frame frame) {
    return new Frame(
        now.text(frame.function()),
        now.text(frame.file()),
        module(now, frame.module()),
        frame.line(),
        frame.column(),
        frame.inApp(),
        now.text(frame.context()));
  }

  private static Crumb crumb(Day now, Crumb crumb) {
    return new Crumb(
        crumb.time(),
        now.text(crumb.category()),
        now.text(crumb.message()),
        now.text(crumb.level()));
  }

  private String module(Day now, String module) {
    int colon = module.indexOf(':');
    return colon > 0 && isApp.test(module.substring(0, colon)) ? module : now.text(module);
  }
}
