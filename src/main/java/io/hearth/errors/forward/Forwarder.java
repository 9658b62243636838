package io.hearth.errors.forward;

import io.hearth.egress.Answer;
import io.hearth.egress.Backoff;
import io.hearth.egress.Content;
import io.hearth.egress.Destinations;
import io.hearth.egress.Outgoing;
import io.hearth.egress.Outgoing.Watch;
import io.hearth.egress.Purpose;
import io.hearth.errors.base.Bucket;
import io.hearth.errors.intake.Passed;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Forwards errors to the Sentry that an administrator confirmed, and does nothing without one.
 * Whoever offers an error does not wait: what is too much is dropped and counted, and one thread of
 * low priority scrubs and sends the others. Everything under {@code lock} is short; nothing is
 * scrubbed or sent while it is held.
 */
public final class Forwarder implements AutoCloseable {

  static final int MOST_WAITING = 50;
  static final long MOST_CHARACTERS = 1_000_000;
  private static final int ATTEMPTS = 5;
  private static final int SERVER_ERROR = 500;
  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/x-sentry-envelope", "User-Agent", "hearth");

  /** How many are forwarded, and how long is waited after a failure. */
  record Pace(Bucket.Rate rate, Duration first, Duration longest) {
    static final Pace USUAL =
        new Pace(new Bucket.Rate(20, 10), Duration.ofSeconds(1), Duration.ofMinutes(5));
  }

  private final Outgoing outgoing;
  private final Destinations destinations;
  private final SentryEnvelope envelope;
  private final Clock clock;
  private final Bucket bucket;
  private final Backoff backoff;
  private final Object lock = new Object();
  private final Queue<Passed> waiting = new ArrayDeque<>();
  private final Map<Dropped, Long> dropped = new EnumMap<>(Dropped.class);
  private long characters;
  private long forwarded;
  private long pausedUntil = System.nanoTime();
  private Optional<Thread> thread = Optional.empty();
  private boolean closed;

  public Forwarder(Outgoing outgoing, Destinations destinations, String version, Clock clock) {
    this(outgoing, destinations, version, clock, Pace.USUAL);
  }

  Forwarder(Outgoing outgoing, Destinations destinations, String version, Clock clock, Pace pace) {
    this.outgoing = outgoing;
    this.destinations = destinations;
    this.envelope = new SentryEnvelope(version);
    this.clock = clock;
    this.bucket = new Bucket(pace.rate(), System.nanoTime());
    this.backoff = new Backoff(pace.first(), pace.longest());
  }

  public void offer(Passed error) {
    if (!destinations.isConfirmed(Purpose.ERROR_FORWARDING)) {
      return;
    }
    long size = error.characters();
    synchronized (lock) {
      if (closed) {
        return;
      }
      long now = System.nanoTime();
      if (pausedUntil - now > 0) {
        drop(Dropped.TOLD_TO_WAIT);
      } else if (!bucket.take(now)) {
        drop(Dropped.RATE);
      } else if (waiting.size() >= MOST_WAITING || characters + size > MOST_CHARACTERS) {
        drop(Dropped.FULL);
      } else {
        waiting.add(error);
        characters += size;
        lock.notifyAll();
        if (thread.isEmpty()) {
          thread = Optional.of(started());
        }
      }
    }
  }

  private Thread started() {
    Thread made = new Thread(this::run, "hearth-forwarding");
    made.setDaemon(true);
    made.setPriority(Thread.MIN_PRIORITY);
    made.start();
    return made;
  }

  public Counts counts() {
    synchronized (lock) {
      long left = Math.max(0, pausedUntil - System.nanoTime());
      long seconds = TimeUnit.NANOSECONDS.toSeconds(left + 999_999_999);
      return new Counts(waiting.size(), forwarded, dropped, seconds);
    }
  }

  private void drop(Dropped why) {
    synchronized (lock) {
      dropped.merge(why, 1L, Long::sum);
    }
  }

  private void run() {
    try {
      while (true) {
        Passed next = next();
        Optional<byte[]> bytes = bytes(next);
        if (bytes.isPresent()) {
          send(Content.of(bytes.get()));
        }
      }
    } catch (InterruptedException closing) {
      return;
    }
  }

  private Passed next() throws InterruptedException {
    synchronized (lock) {
      while (waiting.isEmpty()) {
        lock.wait();
      }
      Passed next = waiting.remove();
      characters -= next.characters();
      return next;
    }
  }

  /** Fails closed: what cannot be scrubbed is not sent. */
  private Optional<byte[]> bytes(Passed error) {
    try {
      return Optional.of(envelope.of(error.scrubbed(), error.group(), clock.instant()));
    } catch (RuntimeException | StackOverflowError e) {
      drop(Dropped.FAILED);
      return Optional.empty();
    }
  }

  private void send(Content content) throws InterruptedException {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Answer answer = outgoing.post(Purpose.ERROR_FORWARDING, HEADERS, content, Watch.NOBODY);
      if (isSettled(answer)) {
        return;
      }
      Duration pause = backoff.failed();
      if (attempt < ATTEMPTS) {
        Thread.sleep(pause.toMillis());
      }
    }
    drop(Dropped.NOT_DELIVERED);
  }

  /** Whether nothing is left to be done about an error. */
  private boolean isSettled(Answer answer) throws InterruptedException {
    if (answer instanceof Answer.Accepted accepted) {
      backoff.worked();
      pause(RateLimits.of(accepted.status(), accepted.waits()));
      synchronized (lock) {
        forwarded++;
      }
      return true;
    }
    if (answer instanceof Answer.Refused refused) {
      Optional<Duration> told = RateLimits.of(refused.status(), refused.waits());
      pause(told);
      boolean lost = told.isPresent() || refused.status() < SERVER_ERROR;
      if (lost) {
        drop(told.isPresent() ? Dropped.TOLD_TO_WAIT : Dropped.REFUSED);
      }
      return lost;
    }
    if (answer instanceof Answer.Cancelled) {
      throw new InterruptedException();
    }
    if (answer instanceof Answer.NotConfirmed) {
      forget();
      return true;
    }
    return false;
  }

  /** What waits is dropped as well: an SDK would not have sent it either. */
  private void pause(Optional<Duration> told) {
    if (told.isEmpty()) {
      return;
    }
    synchronized (lock) {
      pausedUntil = Math.max(pausedUntil, System.nanoTime() + told.get().toNanos());
      waiting.forEach(one -> drop(Dropped.TOLD_TO_WAIT));
      forget();
    }
  }

  /** Nobody wants what waits any more. */
  private void forget() {
    synchronized (lock) {
      waiting.clear();
      characters = 0;
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      forget();
      thread.ifPresent(Thread::interrupt);
    }
  }
}
