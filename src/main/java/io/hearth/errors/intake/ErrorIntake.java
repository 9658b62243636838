package io.hearth.errors.intake;

import io.hearth.errors.envelope.Envelope;
import io.hearth.errors.envelope.EnvelopeReader;
import io.hearth.errors.envelope.MalformedEnvelope;
import io.hearth.errors.envelope.NoTurn;
import io.hearth.errors.event.Browser;
import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.Grouped;
import io.hearth.errors.grouping.Grouping;
import io.hearth.errors.page.Watched;
import io.hearth.errors.store.ErrorStore;
import io.hearth.errors.store.Outcome;
import io.hearth.errors.store.Scrubbed;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Takes what browsers send: reads, leaves out, groups, counts. Nothing is written but by the store,
 * and that only scrubbed.
 */
public final class ErrorIntake {

  /** What the intake is told about the instance. */
  public interface Surroundings {
    /** Whether an installed app is one that did not come with the product. */
    boolean isInstalled(String app);

    /** The version of an installed app; empty when there is none. */
    String version(String app);
  }

  /** Told of groups while their errors come in; it must not keep them waiting. */
  @FunctionalInterface
  public interface Watcher {
    /** A group that was not there before; its head is scrubbed. */
    void appeared(Grouped head, String app);

    /** One more error of a group, which is about to be counted. */
    default void arrives(GroupId group, String appRelease) {}

    /** An error that was counted. */
    default void passed(Passed error) {}
  }

  /** Envelopes that are read at the same time, each in memory; others are told to wait. */
  private static final int AT_ONCE = 8;

  /** Of these so many may be large: one takes some megabytes while it is read. */
  private static final int LARGE_AT_ONCE = 1;

  private static final int WAIT_SECONDS = 60;
  private static final String OWN_APP = "io.hearth";
  private static final Map<String, Noise> REASONS =
      Arrays.stream(Noise.values()).collect(Collectors.toMap(Noise::reason, Function.identity()));
  private static final Set<String> LEFT_OUT = Set.of("not-watched");

  private final ErrorStore store;
  private final ChosenErrorSettings settings;
  private final Surroundings surroundings;
  private final Function<String, Browser> agents;
  private final Watcher watcher;
  private final Clock clock;
  private final Grouping grouping = new Grouping();
  private final Quotas quotas = new Quotas();
  private final TrackingIds trackingIds;
  private final Scrubber scrubber;
  private final Semaphore reading = new Semaphore(AT_ONCE);
  private final Semaphore readingLarge = new Semaphore(LARGE_AT_ONCE);

  public ErrorIntake(
      ErrorStore store,
      ChosenErrorSettings settings,
      Surroundings surroundings,
      Function<String, Browser> agents,
      Watcher watcher,
      Clock clock) {
    this.store = store;
    this.settings = settings;
    this.surroundings = surroundings;
    this.agents = agents;
    this.watcher = watcher;
    this.clock = clock;
    this.trackingIds = new TrackingIds(clock, new SecureRandom());
    this.scrubber = new Scrubber(clock, app -> !surroundings.version(app).isEmpty());
  }

  TrackingIds trackingIds() {
    return trackingIds;
  }

  /**
   * Takes one envelope; never fails because of what is in it.
   *
   * @throws IOException when the body cannot be received
   */
  public Reply take(Post post) throws IOException {
    if (settings.now().watch() == Watched.Mode.NONE) {
      return Reply.refused(403, "errors are not watched on this instance");
    }
    long caller = trackingIds.of(post.session().orElse("address " + post.address()));
    if (!quotas.take(caller, System.nanoTime())) {
      store.count(Outcome.REFUSED, "rate", 1);
      return Reply.tooMany(WAIT_SECONDS);
    }
    if (!reading.tryAcquire()) {
      return busy();
    }
    AtomicBoolean large = new AtomicBoolean();
    try {
      Envelope envelope =
          EnvelopeReader.read(
              post.body(),
              post.encoding(),
              () -> {
                large.set(readingLarge.tryAcquire());
                return large.get();
              });
      return take(envelope, post, caller);
    } catch (NoTurn e) {
      return busy();
    } catch (MalformedEnvelope e) {
      store.count(Outcome.REFUSED, e.tooLarge() ? "too-large" : "malformed", 1);
      return Reply.refused(e.tooLarge() ? 413 : 400, e.getMessage());
    } finally {
      reading.release();
      if (large.get()) {
        readingLarge.release();
      }
    }
  }

  private Reply busy() {
    store.count(Outcome.REFUSED, "busy", 1);
    return Reply.tooMany(1);
  }

  private Reply take(Envelope envelope, Post post, long caller) {
    envelope.discarded().forEach(this::discarded);
    OptionalLong user = post.session().isPresent() ? OptionalLong.of(caller) : OptionalLong.empty();
    for (ErrorEvent event : envelope.events()) {
      take(event, post.userAgent(), user);
    }
    return Reply.taken(
        envelope.events().stream().findFirst().map(ErrorEvent::id), envelope.unwanted());
  }

  /** What the tracker leaves out by our rules is no loss; what the SDK could not send is. */
  private void discarded(String reason, long count) {
    boolean ours = REASONS.containsKey(reason) || LEFT_OUT.contains(reason);
    store.count(ours ? Outcome.FILTERED : Outcome.NOT_DELIVERED, reason, count);
  }

  private void take(ErrorEvent read, String userAgent, OptionalLong user) {
    ChosenErrorSettings.Ready ready = settings.ready();
    if (!isWatched(ready.settings()).test(read.app())) {
      store.count(Outcome.FILTERED, "not-watched", 1);
      return;
    }
    Optional<Noise> noise =
        NoiseRules.of(read, userAgent).filter(one -> !ready.settings().noiseKept().contains(one));
    if (noise.isPresent()) {
      store.count(Outcome.FILTERED, noise.get().reason(), 1);
      return;
    }
    ErrorEvent event = completed(read, ready.settings(), agents.apply(userAgent));
    if (ready.filters().stream().anyMatch(filter -> filter.fits(event))) {
      store.count(Outcome.FILTERED, "own-filter", 1);
      return;
    }
    record(event, user, ready.settings().logNew());
  }

  private void record(ErrorEvent event, OptionalLong user, boolean tell) {
    try {
      Grouped grouped = grouping.group(event);
      if (tell) {
        watcher.arrives(grouped.id(), event.appRelease());
      }
      store.record(grouped, event, user, scrubbed(grouped, event, tell));
      watcher.passed(passed(grouped, event));
    } catch (RuntimeException | StackOverflowError e) {
      // Grouping and scrubbing fail closed: what could not be cleaned is counted, and not kept.
      store.count(Outcome.REFUSED, "failed", 1);
    }
  }

  private Passed passed(Grouped grouped, ErrorEvent event) {
    return new Passed() {
      @Override
      public GroupId group() {
        return grouped.id();
      }

      @Override
      public long characters() {
        return event.characters();
      }

      @Override
      public ErrorEvent scrubbed() {
        return scrubber.clean(event);
      }
    };
  }

  private Scrubbed scrubbed(Grouped grouped, ErrorEvent event, boolean tell) {
    return new Scrubbed() {
      @Override
      public Grouped head() {
        Grouped head = scrubber.clean(grouped);
        if (tell) {
          watcher.appeared(head, event.app());
        }
        return head;
      }

      @Override
      public ErrorEvent sample() {
        return scrubber.clean(event);
      }
    };
  }

  private Predicate<String> isWatched(ErrorSettings now) {
    return switch (now.watch()) {
      case NONE -> app -> false;
      case THIS_APP -> OWN_APP::equals;
      case CHOSEN -> now.apps()::contains;
      case ALL_APPS -> surroundings::isInstalled;
      case EVERYTHING -> app -> true;
    };
  }

  /** Names that are counted as they come must be the instance's own, or scrubbed. */
  private ErrorEvent completed(ErrorEvent read, ErrorSettings now, Browser browser) {
    String installed = surroundings.version(read.app());
    boolean known =
        !installed.isEmpty() || read.app().equals(OWN_APP) || now.apps().contains(read.app());
    boolean same = read.appRelease().isEmpty() || read.appRelease().equals(installed);
    return new ErrorEvent(
        read.id(),
        clock.instant(),
        known ? read.app() : "",
        same ? installed : scrubber.clean(read.appRelease()),
        scrubber.clean(read.feature()),
        read.level(),
        read.exceptions(),
        read.message(),
        read.clientFingerprint(),
        read.crumbs(),
        browser);
  }
}
