package io.hearth.web;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.hearth.application.Names;
import io.hearth.host.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Whether the first questions still wait, for all administrators of the instance. */
final class FirstRun {

  static final String KEY = "first-run";

  private static final Gson GSON = new Gson();

  /** Where the questions stand. */
  enum State {
    OPEN,
    PUT_OFF,
    ANSWERED
  }

  private record Kept(String state, String changedAt) {}

  private final Settings settings;
  private final Clock clock;

  FirstRun(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** What cannot be read is asked again. */
  State state() {
    Optional<String> kept = settings.get(KEY).flatMap(FirstRun::stateOf);
    for (State one : State.values()) {
      if (kept.filter(Names.of(one)::equals).isPresent()) {
        return one;
      }
    }
    return State.OPEN;
  }

  private static Optional<String> stateOf(String text) {
    try {
      return Optional.ofNullable(GSON.fromJson(text, Kept.class)).map(Kept::state);
    } catch (JsonParseException broken) {
      return Optional.empty();
    }
  }

  void keep(State state) {
    Instant now = clock.instant();
    settings.put(KEY, GSON.toJson(new Kept(Names.of(state), now.toString())));
  }
}
