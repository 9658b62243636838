package io.hearth.insight;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * What the logs of one ZIP tell at a glance, gathered from their redacted lines while they are
 * copied: nothing is read for it and nothing unredacted comes in. All of it is bounded, whatever
 * the lines hold.
 *
 * <p>Several threads may each observe an entry; {@link #add} and {@link #write} belong to one.
 */
public final class Insight {

  /** All groups of exceptions that are kept. */
  public static final int ALL = LogTold.MOST_GROUPS;

  private final Times times;
  private final Told told = new Told();

  /** {@code now} tells which times in lines can be. */
  public Insight(Instant now) {
    this.times = new Times(now);
  }

  /** What observes an entry of an item; most items tell nothing here. */
  public Optional<ObservedText> observe(String item, String name) {
    return switch (item) {
      case "product-logs", "installation-logs" ->
          Optional.of(new ObservedText(new LogObserver(times)));
      case "access-logs" -> Optional.of(new ObservedText(new AccessObserver(times)));
      case "thread-dumps" ->
          name.startsWith("thread-dump-")
              ? Optional.of(new ObservedText(new ThreadObserver()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Adds what a closed text told; {@code entry} is its redacted name in the ZIP. */
  public void add(String entry, ObservedText text) {
    text.observer().addTo(told, entry);
  }

  public boolean isEmpty() {
    return told.isEmpty();
  }

  /** Writes one object, with at most so many groups of exceptions. */
  public void write(JsonWriter json, int groups) throws IOException {
    told.write(json, groups);
  }
}
