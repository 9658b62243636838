package io.hearth.egress;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.hearth.host.HostUser;
import io.hearth.host.Recent;
import io.hearth.host.Settings;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the app may send to: nowhere, until an administrator confirms a place. Kept in the
 * product's settings, so that all nodes know the same.
 */
public final class Destinations {

  /** Another node may have removed it; asking the product for each error would cost. */
  private static final Duration KNOWN_FOR = Duration.ofSeconds(5);

  private static final Gson GSON = new Gson();

  /** One purpose, and what came of it on this node. */
  public record Standing(Purpose purpose, Optional<Destination> destination, Traffic traffic) {}

  private record Kept(String address, String secret, String confirmedBy, String confirmedAt) {}

  private final Settings settings;
  private final Clock clock;
  private final Map<Purpose, Traffic> traffic = new EnumMap<>(Purpose.class);
  private final Map<Purpose, Recent<Boolean>> confirmed = new EnumMap<>(Purpose.class);

  public Destinations(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    for (Purpose one : Purpose.values()) {
      confirmed.put(one, new Recent<>(() -> find(one).isPresent(), KNOWN_FOR, clock));
    }
  }

  /** As it stands in the settings now. One that cannot be read is none: nothing goes there. */
  public Optional<Destination> find(Purpose purpose) {
    return settings.get(key(purpose)).flatMap(text -> read(purpose, text));
  }

  /** The same, some seconds late, for who asks often. */
  public boolean isConfirmed(Purpose purpose) {
    return confirmed.get(purpose).get();
  }

  public List<Standing> all() {
    return Arrays.stream(Purpose.values()).map(this::standing).toList();
  }

  /** How many there are. */
  public int confirmed() {
    return (int) all().stream().filter(one -> one.destination().isPresent()).count();
  }

  public Standing standing(Purpose purpose) {
    return new Standing(purpose, find(purpose), traffic(purpose));
  }

  private synchronized Traffic traffic(Purpose purpose) {
    return traffic.getOrDefault(purpose, Traffic.NONE);
  }

  /** Whoever calls has made sure that the administrator means it. */
  public Destination confirm(Purpose purpose, Target target, HostUser who) {
    Destination confirmed = new Destination(purpose, target, who.name(), clock.instant());
    settings.put(
        key(purpose),
        GSON.toJson(
            new Kept(
                target.address().toString(),
                target.secret().orElse(""),
                confirmed.confirmedBy(),
                confirmed.confirmedAt().toString())));
    forget(purpose);
    return confirmed;
  }

  /** Whether there was one. */
  public boolean remove(Purpose purpose) {
    boolean there = settings.get(key(purpose)).isPresent();
    settings.remove(key(purpose));
    forget(purpose);
    return there;
  }

  private synchronized void forget(Purpose purpose) {
    traffic.remove(purpose);
    confirmed.get(purpose).forget();
  }

  synchronized void note(Purpose purpose, Answer answer) {
    traffic.put(purpose, traffic(purpose).with(answer, clock.instant()));
  }

  /** The key of the settings under which it is kept. */
  public static String key(Purpose purpose) {
    return "destination." + purpose.id();
  }

  private static Optional<Destination> read(Purpose purpose, String text) {
    try {
      Kept kept = GSON.fromJson(text, Kept.class);
      Optional<String> secret = Optional.of(kept.secret()).filter(one -> !one.isEmpty());
      Target target = Target.again(URI.create(kept.address()), secret);
      Instant at = Instant.parse(kept.confirmedAt());
      return Optional.of(new Destination(purpose, target, kept.confirmedBy(), at));
    } catch (JsonParseException
        | IllegalArgumentException
        | NullPointerException
        | DateTimeException
        | UnfitAddress broken) {
      return Optional.empty();
    }
  }
}
