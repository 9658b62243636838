package io.hearth.errors.intake.tool;

import io.hearth.errors.intake.tool.FloodEnvelopes.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

/**
 * How much heap the intake and its store take under floods. A line {@code name retained peak} for
 * each, in bytes: what lives when the flood is over, and the most that lived while it came, both
 * over what lived before there was an intake.
 */
public final class FloodHeap {

  /** More than are read at a time, so that all places are taken. */
  private static final int SENDERS = 16;

  /** What a flood left in memory, over what was there before. */
  public record Taken(String flood, long retained, long peak) {}

  private final Path work;
  private final BenchEnvelope usual = new BenchEnvelope();
  private long before;

  public FloodHeap(Path work) {
    this.work = work;
  }

  public static void main(String[] args) {
    for (Taken taken : new FloodHeap(Path.of(args[0])).all(Integer.parseInt(args[1]))) {
      System.out.printf(Locale.ROOT, "%s %d %d%n", taken.flood(), taken.retained(), taken.peak());
    }
  }

  /** All floods, each of so many events; of the largest bodies a hundredth. */
  public List<Taken> all(int events) {
    List<Taken> all = new ArrayList<>();
    int large = Math.max(200, events / 100);
    byte[] full = FloodEnvelopes.full();
    byte[] text = FloodEnvelopes.longText();
    byte[] escapes = FloodEnvelopes.longEscapes();
    byte[] packed = packed(full);
    before = living();
    all.add(flood("full", large, number -> new ByteArrayInputStream(full), ""));
    all.add(flood("packed", large, number -> new ByteArrayInputStream(packed), "gzip"));
    all.add(flood("long-text", large, number -> new ByteArrayInputStream(text), ""));
    all.add(flood("long-escapes", large, number -> new ByteArrayInputStream(escapes), ""));
    all.add(flood("one-bug", events, number -> usual(0, number), ""));
    all.add(flood("bugs", events, number -> usual((int) (number % 10_000), number), ""));
    all.add(
        flood(
            "strangers",
            events,
            number -> new ByteArrayInputStream(FloodEnvelopes.stranger(number % 20_000)),
            ""));
    return all;
  }

  private ByteArrayInputStream usual(int bug, long number) {
    return new ByteArrayInputStream(usual.of(bug, number));
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private Taken flood(String name, int envelopes, Kind kind, String encoding) {
    long peak = 0;
    try (BenchIntake intake = new BenchIntake(Files.createDirectories(work.resolve(name)))) {
      AtomicLong number = new AtomicLong();
      List<Thread> senders = new ArrayList<>();
      for (int n = 0; n < SENDERS; n++) {
        Thread sender = new Thread(() -> send(intake, kind, encoding, number, envelopes));
        senders.add(sender);
        sender.start();
      }
      while (senders.stream().anyMatch(Thread::isAlive)) {
        peak = Math.max(peak, living() - before);
        senders.get(0).join(20);
      }
      return new Taken(name, living() - before, peak);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Each in a session and with a browser of its own. */
  private static void send(
      BenchIntake intake, Kind kind, String encoding, AtomicLong number, int envelopes) {
    for (long n = number.getAndIncrement(); n < envelopes; n = number.getAndIncrement()) {
      intake.take(kind.of(n), encoding, "session " + n, "Mozilla/5.0 Chrome/120.0 x/" + n);
    }
  }

  /** As the collector itself counted it: what is made just after a collection does not live yet. */
  private static long living() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }
}
