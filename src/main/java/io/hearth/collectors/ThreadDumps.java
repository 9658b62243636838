package io.hearth.collectors;

import io.hearth.collectors.Entry.Made;
import io.hearth.collectors.Entry.Missing;
import io.hearth.collectors.Entry.Unreadable;
import io.hearth.collectors.Item.Cost;
import io.hearth.collectors.Item.Option;
import io.hearth.collectors.Item.Preset;
import io.hearth.collectors.Item.Reveals;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What every thread does, once or several times at an interval: {@code cpu=} of two dumps tells
 * which threads are busy.
 *
 * <p>The text is the JVM's own where it offers it, because that holds the operating system's thread
 * ids and the JVM's inner threads, and every analyser reads it. Lists of owned synchronizers are
 * not asked for: the JVM would walk the whole heap for them while everything stands still, and
 * deadlocks show without. A table beside each dump tells who holds which lock and how busy each
 * thread was since the dump before.
 */
final class ThreadDumps implements Collector {

  private static final Option COUNT = new Option("count", 1, 20, 1);
  private static final Option INTERVAL = new Option("interval", 1, 60, 5);
  private static final long BYTES_PER_THREAD = 2000;
  private static final long BYTES_PER_ROW = 150;

  private static final Item ITEM =
      new Item(
          "thread-dumps",
          Set.of(Preset.QUICK, Preset.FULL),
          Set.of(Reveals.PEOPLE, Reveals.CONTENT),
          Cost.NONE,
          List.of(COUNT, INTERVAL));

  @Override
  public Item item() {
    return ITEM;
  }

  @Override
  public List<Entry> entries(Scope scope) {
    if (!scope.live()) {
      return List.of(
          new Missing("thread-dump-1.txt", "the product's threads", Unreadable.NOT_SUPPORTED));
    }
    int count = scope.option(ITEM, COUNT);
    Pace pace = new Pace(TimeUnit.SECONDS.toNanos(scope.option(ITEM, INTERVAL)));
    ThreadTable table = new ThreadTable();
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    List<Entry> entries = new ArrayList<>();
    for (int n = 1; n <= count; n++) {
      entries.add(
          new Made(
              "thread-dump-" + n + ".txt", BYTES_PER_THREAD * threads, out -> dump(pace, out)));
      entries.add(
          new Made(
              "thread-table-" + n + ".txt",
              BYTES_PER_ROW * threads,
              out -> out.write(table.now().getBytes(StandardCharsets.UTF_8))));
    }
    return entries;
  }

  private static void dump(Pace pace, OutputStream out) throws IOException {
    pace.await(out);
    String text = Mbeans.diagnostic("threadPrint", "-e").orElseGet(ThreadText::now);
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Keeps the dumps of one collection apart; they are written one after the other. */
  private static final class Pace {
    private static final long SIGN_OF_LIFE = TimeUnit.MILLISECONDS.toNanos(300);

    private final long nanos;
    private long next;
    private boolean started;

    Pace(long nanos) {
      this.nanos = nanos;
    }

    /** Flushes now and then, by which the ZIP finds out that nobody waits for it any more. */
    synchronized void await(OutputStream out) throws IOException {
      try {
        for (long left = left(); left > 0; left = left()) {
          TimeUnit.NANOSECONDS.timedWait(this, Math.min(left, SIGN_OF_LIFE));
          out.flush();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("cancelled between two thread dumps");
      }
      started = true;
      next = System.nanoTime() + nanos;
    }

    private long left() {
      return started ? next - System.nanoTime() : 0;
    }
  }
}
