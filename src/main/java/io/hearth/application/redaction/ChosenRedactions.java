package io.hearth.application.redaction;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.hearth.application.BuiltInRedaction;
import io.hearth.application.RedactionEngine;
import io.hearth.host.Host;
import io.hearth.host.Settings;
import io.hearth.redaction.PseudonymKey;
import java.util.Optional;

/**
 * Keeps what the administrators chose in the settings of the product, as one value, so that nobody
 * ever reads half of a change.
 */
public final class ChosenRedactions {
  public static final String KEY = "redaction";

  // Escapes for HTML would make a value up to six times as long.
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private final Host host;

  public ChosenRedactions(Host host) {
    this.host = host;
  }

  /**
   * What is kept, or the standard when nobody chose.
   *
   * @throws IllegalStateException when it cannot be read: to go on without the administrators' own
   *     words would let them out
   */
  public ChosenRedaction read() {
    Optional<String> kept = host.settings().get(KEY);
    return kept.map(ChosenRedactions::parsed).orElseGet(ChosenRedaction::standard);
  }

  /** The same, empty when it cannot be read: keeping new settings mends it. */
  public Optional<ChosenRedaction> readable() {
    try {
      return Optional.of(read());
    } catch (IllegalStateException unreadable) {
      return Optional.empty();
    }
  }

  private static ChosenRedaction parsed(String text) {
    try {
      return Optional.ofNullable(GSON.fromJson(text, ChosenRedaction.class)).orElseThrow();
    } catch (RuntimeException e) {
      // Gson throws whatever a record's constructor throws, and its message may quote a word that
      // must not get into the log.
      throw new IllegalStateException("the settings of redaction cannot be read");
    }
  }

  /** Whether the product can keep it. */
  public static boolean fits(ChosenRedaction chosen) {
    return GSON.toJson(chosen).length() < Settings.LONGEST_VALUE;
  }

  /** Redacts each ZIP as is chosen when it begins, under a key of its own. */
  public RedactionEngine engine() {
    return () -> new BuiltInRedaction(read().settings(), PseudonymKey::random).begin();
  }

  public void keep(ChosenRedaction chosen) {
    host.settings().put(KEY, GSON.toJson(chosen));
  }
}
