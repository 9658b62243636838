package io.hearth.application;

import io.hearth.application.Plan.Planned;
import io.hearth.collectors.Entry;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;

/**
 * Reads the files for the names and hosts that they reveal, before anything is copied. Bounded in
 * time: on a slow disk a ZIP that never begins would be worse than one whose first names are found
 * by their context only, and the manifest tells how much was read.
 */
final class LearningPass {

  /** How much of the files was read to learn from. */
  record Report(long bytes, long files, boolean complete) {}

  private final Plan plan;
  private final Job job;
  private final Instant until;
  private long bytes;
  private long files;
  private boolean complete = true;

  LearningPass(Plan plan, Job job, Duration longest) {
    this.plan = plan;
    this.job = job;
    this.until = job.clock().instant().plus(longest);
  }

  /** {@code alive} is called for every block and tells whether somebody still takes the ZIP. */
  Report run(RedactionEngine.Session session, Sink.Step alive) throws CollectionStopped {
    for (Planned planned : plan.entries()) {
      if (planned.entry() instanceof Entry.FromFile file && !late()) {
        job.cancellation().check();
        job.progress().at(planned.item());
        learn(session, file, alive);
      }
    }
    return new Report(bytes, files, complete);
  }

  private void learn(RedactionEngine.Session session, Entry.FromFile file, Sink.Step alive)
      throws CollectionStopped {
    try (InputStream text = new Watched(file.opener().open(), alive)) {
      session.learn(file.name(), text);
      files++;
    } catch (CollectionStopped stopped) {
      throw stopped;
    } catch (IOException | RuntimeException e) {
      // The file is tried again when it is copied, and its state is told then.
      job.cancellation().check();
    }
  }

  private boolean late() {
    boolean late = job.clock().instant().isAfter(until);
    complete &= !late;
    return late;
  }

  /** Ends early when time is up; stops when the collection is stopped. */
  private final class Watched extends FilterInputStream {
    private final Sink.Step alive;

    Watched(InputStream in, Sink.Step alive) {
      super(in);
      this.alive = alive;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      job.cancellation().check();
      Sink.stopping(alive);
      if (late()) {
        return -1;
      }
      int count = super.read(into, from, length);
      if (count > 0) {
        bytes += count;
        job.progress().read(count);
      }
      return count;
    }
  }
}
