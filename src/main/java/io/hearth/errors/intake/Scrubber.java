package io.hearth.errors.intake;

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

/**
 * Takes out of texts what must not be written, with the engine that redacts Support ZIPs. Its key
 * is random and thrown away each day: what stands for a value leads nowhere.
 */
final class Scrubber {

  private final Clock clock;
  private LocalDate day = LocalDate.MIN;
  private Redactor redactor;

  Scrubber(Clock clock) {
    this.clock = clock;
    this.redactor = fresh();
  }

  private static Redactor fresh() {
    return new RedactionSession(RedactionSettings.standard(), PseudonymKey.random()).redactor();
  }

  private synchronized Redactor ofToday() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!today.equals(day)) {
      redactor = fresh();
      day = today;
    }
    return redactor;
  }

  Grouped clean(Grouped head) {
    Redactor now = ofToday();
    return new Grouped(
        head.id(),
        head.rules(),
        text(now, head.type()),
        text(now, head.title()),
        text(now, head.culprit()));
  }

  ErrorEvent clean(ErrorEvent event) {
    Redactor now = ofToday();
    return new ErrorEvent(
        event.id(),
        event.time(),
        event.app(),
        event.appRelease(),
        event.feature(),
        event.level(),
        event.exceptions().stream().map(thrown -> thrown(now, thrown)).toList(),
        text(now, event.message()),
        event.clientFingerprint().stream().map(part -> text(now, part)).toList(),
        event.crumbs().stream().map(crumb -> crumb(now, crumb)).toList(),
        event.browser());
  }

  private static Thrown thrown(Redactor now, Thrown thrown) {
    return new Thrown(
        text(now, thrown.type()),
        text(now, thrown.value()),
        thrown.handled(),
        thrown.frames().stream().map(frame -> frame(now, frame)).toList());
  }

  private static Frame frame(Redactor now, Frame frame) {
    return new Frame(
        text(now, frame.function()),
        text(now, frame.file()),
        frame.module(),
        frame.line(),
        frame.column(),
        frame.inApp(),
        text(now, frame.context()));
  }

  private static Crumb crumb(Redactor now, Crumb crumb) {
    return new Crumb(
        crumb.time(),
        text(now, crumb.category()),
        text(now, crumb.message()),
        text(now, crumb.level()));
  }

  private static String text(Redactor now, String text) {
    return text.isEmpty() ? text : now.redactText(text);
  }
}
