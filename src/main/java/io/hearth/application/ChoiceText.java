package io.hearth.application;

import io.hearth.collectors.TimeWindow;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@link Choice} in members that the JSON library writes and reads by itself, for another node.
 * Texts are empty and numbers 0 where there is no limit.
 */
public record ChoiceText(
    List<String> items,
    Map<String, Map<String, String>> options,
    long maxBytes,
    long maxBytesPerItem,
    long sinceSeconds,
    boolean windowed,
    String from,
    String to,
    long maxSeconds,
    boolean directory,
    boolean check) {

  public static ChoiceText of(Choice choice) {
    Limits limits = choice.limits();
    Optional<TimeWindow> window = limits.window();
    return new ChoiceText(
        choice.items(),
        choice.options(),
        limits.maxBytes(),
        limits.maxBytesPerItem(),
        limits.since().map(Duration::toSeconds).orElse(0L),
        window.isPresent(),
        window.flatMap(TimeWindow::from).map(Instant::toString).orElse(""),
        window.flatMap(TimeWindow::to).map(Instant::toString).orElse(""),
        limits.maxTime().map(Duration::toSeconds).orElse(0L),
        choice.directory(),
        choice.check());
  }

  /**
   * @throws IllegalArgumentException when it is not what {@link #of} gave
   */
  public Choice choice() {
    try {
      Optional<TimeWindow> window =
          windowed ? Optional.of(new TimeWindow(time(from), time(to))) : Optional.empty();
      Limits limits =
          new Limits(maxBytes, maxBytesPerItem, seconds(sinceSeconds), window, seconds(maxSeconds));
      return new Choice(items, options, limits, directory, check);
    } catch (DateTimeException | NullPointerException e) {
      throw new IllegalArgumentException("not the choice of another node", e);
    }
  }

  private static Optional<Instant> time(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
  }

  private static Optional<Duration> seconds(long seconds) {
    return seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
  }
}
