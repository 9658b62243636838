package io.hearth.errors.grouping;

import io.hearth.errors.event.Bounds;
import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.Frame;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.Grouped;
import io.hearth.errors.event.OriginalPosition;
import io.hearth.errors.event.Thrown;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Tells which errors are one bug. What the SDK says counts first; else the app, the type, what the
 * engine says brought to one form for all engines ({@link Wordings}), and the place: the innermost
 * function of the app whose name says something ({@link Functions}). Lines, columns, hosts, build
 * hashes and names that a minifier made never count. Immutable; several threads use one.
 */
public final class Grouping {

  /** Grows with every change that puts an event into another group. */
  public static final int RULES = 1;

  /** In a client's fingerprint, with any blanks: what the rules would say. */
  private static final String DEFAULT = "{{default}}";

  private static final int CAUSES = 2;
  private static final int TITLE = 500;
  private static final int CULPRIT = 300;

  private final Wordings wordings = new Wordings();

  /** The group of an event by what the browser told. */
  public Grouped group(ErrorEvent event) {
    Optional<Wording> wording =
        event.outermost().map(thrown -> wordings.of(thrown.type(), thrown.value()));
    List<Frame> frames = event.outermost().map(Place::ofApp).orElse(List.of());
    Place place = Place.of(frames, wording.map(Wording::name).orElse(""));
    Key key = new Key();
    key.add(event.app());
    List<String> asked = event.clientFingerprint();
    for (String part : asked.isEmpty() ? List.of(DEFAULT) : asked) {
      if (part.replace(" ", "").equals(DEFAULT)) {
        addDefault(key, event, place);
      } else {
        key.add(part);
      }
    }
    return new Grouped(
        key.id(),
        RULES,
        wording.map(Wording::type).orElse(""),
        cut(
            wording.map(Wording::title).orElseGet(() -> Parameters.takenOut(event.message())),
            TITLE),
        culprit(frames));
  }

  /**
   * The group of an event by its original frames: the same for every build of the same source.
   *
   * @param positions for each exception of the event and each of its frames, as far as known
   * @return empty when no frame of the app is known
   */
  public Optional<GroupId> mapped(
      ErrorEvent event, List<List<Optional<OriginalPosition>>> positions) {
    return event
        .outermost()
        .filter(thrown -> !positions.isEmpty())
        .flatMap(thrown -> Place.ofOriginal(thrown, positions.get(0)))
        .map(
            place -> {
              Key key = new Key();
              key.add("original");
              key.add(event.app());
              addDefault(key, event, place);
              return key.id();
            });
  }

  private void addDefault(Key key, ErrorEvent event, Place place) {
    if (event.exceptions().isEmpty()) {
      key.add(Parameters.takenOut(event.message()));
      return;
    }
    List<Thrown> chain = event.exceptions();
    boolean anywhere = true;
    for (Thrown thrown : chain.subList(0, Math.min(chain.size(), 1 + CAUSES))) {
      Wording wording = wordings.of(thrown.type(), thrown.value());
      key.add(wording.type());
      key.add(wording.form());
      anywhere &= wording.anywhere();
    }
    // A chunk that is not there any more fails wherever it is asked for: one cause, one group.
    if (!anywhere) {
      key.add(place.text());
    }
  }

  private static String culprit(List<Frame> frames) {
    return frames.stream()
        .findFirst()
        .map(
            one -> {
              String function = Functions.name(one.function());
              String place = one.module().isEmpty() ? one.file() : one.module() + " " + one.file();
              return cut((function + " " + place).strip(), CULPRIT);
            })
        .orElse("");
  }

  private static String cut(String text, int most) {
    return Bounds.cut(text, most);
  }

  /** Parts that cannot run into each other, made an id. */
  private static final class Key {
    private final List<String> parts = new ArrayList<>();

    void add(String part) {
      parts.add(part);
    }

    GroupId id() {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String part : parts) {
          digest.update(part.getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
        }
        return new GroupId(HexFormat.of().formatHex(digest.digest(), 0, 8));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }
}
