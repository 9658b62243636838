package io.hearth.collectors;

import io.hearth.collectors.ErrorTally.Tally;
import io.hearth.collectors.Verdict.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Errors per minute in the product's main log, over the last {@link ErrorTally#WINDOW} that it
 * tells of. A product at work writes some now and then: one a minute is a warning, ten a problem.
 */
final class LogErrorCheck implements HealthCheck {

  private static final double WARNING = 1;
  private static final double PROBLEM = 10;

  /** Ten minutes of a busy log; of a flood it is the newest part, which is measured by its time. */
  private static final long MOST_BYTES = 4L << 20;

  @Override
  public String id() {
    return "log-errors";
  }

  @Override
  public List<Verdict> look(Scope scope) throws IOException {
    String name = LogFiles.mainLog(scope.host().product().kind());
    Path log = LogFiles.productFolder(scope).resolve(name);
    ErrorTally tally = new ErrorTally();
    // Only level, time and class matter, and all three are ASCII in any of the usual encodings.
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                FileContent.open(SafeFiles.below(scope.host().layout()), log, MOST_BYTES),
                StandardCharsets.ISO_8859_1))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        tally.add(line);
      }
    }
    return List.of(
        tally
            .result()
            .map(result -> of(name, result))
            .orElseThrow(() -> new IOException("no line of " + name + " begins with a time")));
  }

  private static Verdict of(String log, Tally tally) {
    String where = tally.sources().isEmpty() ? "" : tally.sources().keySet().iterator().next();
    return new Verdict(
        Status.reached(tally.perMinute(), WARNING, PROBLEM),
        List.of(tally.errors(), log, tally.minutes(), where, tally.until()),
        new Facts()
            .put("log", log)
            .put("errors", tally.errors())
            .put("minutes", tally.minutes())
            .put("perMinute", tally.perMinute())
            .put("lastLineAt", tally.until())
            .put("sources", new Facts().putAll(tally.sources()))
            .put("warningPerMinute", WARNING)
            .put("problemPerMinute", PROBLEM));
  }
}
