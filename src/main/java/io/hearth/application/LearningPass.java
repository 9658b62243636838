package io.hearth.application;

import io.hearth.application.Plan.Planned;
import io.hearth.collectors.Entry;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads the files for the names and hosts that they reveal, before anything is copied, several at
 * once. Bounded in time: on a slow disk a ZIP that never begins would be worse than one whose first
 * names are found by their context only, and the manifest tells how much was read.
 */
final class LearningPass {

  /** The pause between two signs of life. */
  private static final long PULSE_MS = 400;

  private final RedactionEngine.Session session;
  private final Job job;
  private final Instant until;
  private final Iterator<Planned> largestFirst;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong files = new AtomicLong();
  private volatile boolean complete = true;

  LearningPass(RedactionEngine.Session session, Plan plan, Job job, Duration longest) {
    this.session = session;
    this.job = job;
    this.until = job.clock().instant().plus(longest);
    // A large file begun last would keep one thread at work while the others have none.
    List<Planned> sorted =
        plan.entries().stream()
            .filter(planned -> planned.entry() instanceof Entry.FromFile)
            .sorted(Comparator.comparingLong(Planned::expectedBytes).reversed())
            .toList();
    this.largestFirst = sorted.iterator();
  }

  /** {@code alive} is called now and then and tells whether somebody still takes the ZIP. */
  Learning run(Workplace workplace, Sink.Step alive) throws CollectionStopped {
    CountDownLatch atWork = new CountDownLatch(workplace.threads());
    List<Future<Long>> ends = new ArrayList<>();
    Workers workers = new Workers("hearth-learning", workplace.threads(), workplace.priority());
    try (workers) {
      for (int n = 0; n < workplace.threads(); n++) {
        ends.add(workers.begin(() -> learnAll(atWork)));
      }
      while (!atWork.await(PULSE_MS, TimeUnit.MILLISECONDS)) {
        job.cancellation().check();
        Sink.stopping(alive);
      }
      for (Future<Long> end : ends) {
        Workers.result(end);
      }
    } catch (InterruptedException e) {
      throw new CollectionStopped.Cancelled();
    }
    return new Learning(bytes.get(), files.get(), complete, Optional.empty());
  }

  /** The files that were learned from when this thread found no more of them. */
  private long learnAll(CountDownLatch atWork) throws CollectionStopped {
    try {
      for (Optional<Planned> next = next(); next.isPresent() && !late(); next = next()) {
        job.cancellation().check();
        job.progress().at(next.get().item());
        learn(next.get().item(), (Entry.FromFile) next.get().entry());
      }
      return files.get();
    } finally {
      atWork.countDown();
    }
  }

  private synchronized Optional<Planned> next() {
    return largestFirst.hasNext() ? Optional.of(largestFirst.next()) : Optional.empty();
  }

  private void learn(String item, Entry.FromFile file) throws CollectionStopped {
    try (InputStream text = new Watched(file.opener().open())) {
      session.learn(file.name(), text);
      files.incrementAndGet();
    } catch (CollectionStopped stopped) {
      throw stopped;
    } catch (IOException e) {
      // The file is tried again when it is copied, and its state is told then.
      job.cancellation().check();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      job.cancellation().check();
      complete = false;
      job.journal().failed("learning from an entry of item " + item, e);
    }
  }

  private boolean late() {
    boolean late = job.clock().instant().isAfter(until);
    if (late) {
      complete = false;
    }
    return late;
  }

  /** Ends early when time is up; stops when the collection is stopped. */
  private final class Watched extends FilterInputStream {

    Watched(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      job.cancellation().check();
      if (late()) {
        return -1;
      }
      int count = super.read(into, from, length);
      if (count > 0) {
        bytes.addAndGet(count);
        job.progress().read(count);
      }
      return count;
    }
  }
}
