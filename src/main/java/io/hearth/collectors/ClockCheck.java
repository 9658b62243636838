package io.hearth.collectors;

import io.hearth.collectors.Verdict.Status;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whether the machine's clock was set while the product ran: the time that has passed by the clock
 * since the start against the time that the JVM counted. A jump breaks log-ins, caches and the
 * order of the nodes of a cluster. Ten seconds are a warning, because a clock that is kept in time
 * is moved in far smaller steps; five minutes a problem, the usual tolerance of signed log-ins.
 *
 * <p>What the right time is cannot be told without asking another machine, which this app never
 * does.
 */
final class ClockCheck implements HealthCheck {

  private static final Duration WARNING = Duration.ofSeconds(10);
  private static final Duration PROBLEM = Duration.ofMinutes(5);

  /** When the JVM started by the clock, and how long it has run by its own count. */
  record Run(Instant started, Duration counted) {}

  private final Supplier<Run> run;

  ClockCheck(Supplier<Run> run) {
    this.run = run;
  }

  ClockCheck() {
    this(ClockCheck::ofThisJvm);
  }

  private static Run ofThisJvm() {
    var runtime = ManagementFactory.getRuntimeMXBean();
    return new Run(
        Instant.ofEpochMilli(runtime.getStartTime()), Duration.ofMillis(runtime.getUptime()));
  }

  @Override
  public String id() {
    return "clock";
  }

  @Override
  public List<Verdict> look(Scope scope) {
    if (!scope.live()) {
      return List.of();
    }
    Run now = run.get();
    Duration jump = Duration.between(now.started().plus(now.counted()), scope.clock().instant());
    return List.of(
        new Verdict(
            Status.reached(jump.abs().toMillis(), WARNING.toMillis(), PROBLEM.toMillis()),
            List.of(jump.toSeconds()),
            new Facts()
                .put("jumpSeconds", jump.toMillis() / 1000.0)
                .put("sinceSeconds", now.counted().toSeconds())
                .put("warningSeconds", WARNING.toSeconds())
                .put("problemSeconds", PROBLEM.toSeconds())));
  }
}
