package io.hearth.errors.grouping;

import com.google.gson.Gson;
import io.hearth.errors.event.Browser;
import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.Frame;
import io.hearth.errors.event.Level;
import io.hearth.errors.event.OriginalPosition;
import io.hearth.errors.event.Thrown;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The captured errors of the matrix, which test/tools/grouping/capture.ts makes. */
final class Matrix {

  /**
   * One captured error.
   *
   * @param bug its true group
   * @param engine chromium, firefox or safari
   */
  record Captured(
      int bug,
      String engine,
      String build,
      ErrorEvent event,
      List<List<Optional<OriginalPosition>>> originals) {}

  private static final Path FILE = Path.of("test/conformance/grouping/events.jsonl.gz");

  private Matrix() {}

  static List<Captured> read() throws IOException {
    Gson gson = new Gson();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
      return lines.lines().map(line -> captured(gson.fromJson(line, Line.class))).toList();
    }
  }

  private record Line(
      int bug, String app, String engine, String build, List<LineThrown> exceptions) {}

  private record LineThrown(String type, String value, List<LineFrame> frames) {}

  private record LineFrame(
      String function,
      String file,
      String module,
      int line,
      int column,
      boolean inApp,
      String context,
      LineOriginal original) {}

  private record LineOriginal(String file, int line, int column, String function, String text) {}

  private static Captured captured(Line line) {
    List<Thrown> chain =
        line.exceptions().stream()
            .map(
                one ->
                    new Thrown(
                        one.type(),
                        one.value(),
                        false,
                        one.frames().stream().map(Matrix::frame).toList()))
            .toList();
    List<List<Optional<OriginalPosition>>> originals =
        line.exceptions().stream()
            .map(one -> one.frames().stream().map(Matrix::original).toList())
            .toList();
    return new Captured(line.bug(), line.engine(), line.build(), event(line, chain), originals);
  }

  private static ErrorEvent event(Line line, List<Thrown> chain) {
    return new ErrorEvent(
        "0".repeat(32),
        Instant.EPOCH,
        line.app(),
        line.build().equals("rebuild") ? "1.0.1" : "1.0.0",
        "",
        Level.ERROR,
        chain,
        "",
        List.of(),
        List.of(),
        Browser.UNKNOWN);
  }

  private static Frame frame(LineFrame one) {
    return new Frame(
        text(one.function()),
        text(one.file()),
        text(one.module()),
        one.line(),
        one.column(),
        one.inApp(),
        text(one.context()));
  }

  private static Optional<OriginalPosition> original(LineFrame frame) {
    return Optional.ofNullable(frame.original())
        .map(
            one ->
                new OriginalPosition(
                    one.file(),
                    one.line(),
                    one.column(),
                    one.function(),
                    List.of(one.text()),
                    one.line()));
  }

  private static String text(String text) {
    return Optional.ofNullable(text).orElse("");
  }
}
