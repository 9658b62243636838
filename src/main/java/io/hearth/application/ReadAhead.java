package io.hearth.application;

import io.hearth.application.Plan.Planned;
import io.hearth.collectors.Entry;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Future;

/**
 * Reads and redacts the files that come next while the one before them is written, so that more
 * than one core redacts although a ZIP is written one entry after the other.
 *
 * <p>Files are begun in their order and each has a pipe of its own. So the one whose turn it is has
 * always begun, its pipe is being emptied, and no full pipe of a later one can hold it up: there is
 * no deadlock, and memory is bounded by the pipes. Text that is made is not read ahead: a thread
 * dump belongs to its moment.
 */
final class ReadAhead implements AutoCloseable {

  /** Of all pipes together. */
  private static final int MEMORY = 8 << 20;

  /** Two files for each thread, so that none idles while the writer fetches the next. */
  private static final int FILES_PER_THREAD = 2;

  private record Running(Turn turn, Pipe pipe, Future<EntryText.Made> made) {}

  private final EntryText text;
  private final Job job;
  private final Workers workers;
  private final Iterator<Planned> coming;
  private final Queue<Running> running = new ArrayDeque<>();
  private final int window;

  ReadAhead(EntryText text, List<Planned> entries, Job job, int threads, int priority) {
    this.text = text;
    this.job = job;
    this.coming = entries.stream().filter(one -> one.entry() instanceof Entry.FromFile).iterator();
    this.window = threads * FILES_PER_THREAD;
    this.workers = new Workers("hearth-redaction", threads, priority);
    fill();
  }

  /** Passes on the text of the next file. */
  EntryText.Made next(Blocks.Receiver receiver) throws CollectionStopped {
    Running first = running.remove();
    first.turn().come();
    first.pipe().drainTo(receiver);
    EntryText.Made made = Workers.result(first.made());
    fill();
    return made;
  }

  private void fill() {
    while (running.size() < window && coming.hasNext()) {
      running.add(begin(coming.next()));
    }
  }

  private Running begin(Planned planned) {
    Turn turn = new Turn();
    Pipe pipe = new Pipe(Math.max(1, MEMORY / window / Blocks.SIZE));
    Draft draft = Draft.of(planned, job.clock().instant());
    return new Running(
        turn,
        pipe,
        workers.begin(
            () -> {
              try {
                return text.of(draft, planned.entry(), turn, pipe);
              } finally {
                pipe.end();
              }
            }));
  }

  @Override
  public void close() {
    workers.close();
  }
}
