package io.hearth.errors.store;

import io.hearth.errors.event.Browser;
import io.hearth.errors.event.Crumb;
import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.Frame;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.Grouped;
import io.hearth.errors.event.Level;
import io.hearth.errors.event.Thrown;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** Events and groups for tests. */
final class Given {

  static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

  private Given() {}

  /** A clock that stands until it is moved. */
  static final class Watch extends Clock {
    private volatile Instant now;

    Watch(Instant now) {
      this.now = now;
    }

    void moveOn(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  static GroupId id(int number) {
    return new GroupId(HexFormat.of().toHexDigits(number * 0x9e3779b97f4a7c15L));
  }

  static Grouped group(int number) {
    return new Grouped(
        id(number), 1, "TypeError", "Cannot read '" + number + "'", "render (app.js)");
  }

  static ErrorEvent event(int number, Instant time) {
    List<Frame> frames =
        IntStream.range(0, 12)
            .mapToObj(
                i -> new Frame("fn" + i, "js/app.js", "org.x:ui", 10 + i, 20, i < 4, "alpha beta"))
            .toList();
    return event(number, time, frames);
  }

  static ErrorEvent event(int number, Instant time, List<Frame> frames) {
    return new ErrorEvent(
        HexFormat.of().toHexDigits((long) number).repeat(2),
        time,
        "org.x",
        "1.2." + number % 3,
        "board",
        Level.ERROR,
        List.of(new Thrown("TypeError", "Cannot read x of null", false, frames)),
        "",
        List.of(),
        List.of(new Crumb(time.minusSeconds(1), "click", "button", "info")),
        new Browser("Firefox " + (140 + number % 2), "Windows 10"));
  }

  static Scrubbed scrubbed(Grouped head, ErrorEvent event) {
    return new Scrubbed() {
      @Override
      public Grouped head() {
        return head;
      }

      @Override
      public ErrorEvent sample() {
        return event;
      }
    };
  }
}
