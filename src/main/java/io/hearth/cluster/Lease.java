package io.hearth.cluster;

import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Work that one node at a time does, without a lock server: a file in the shared home names the
 * holder and a token that the holder changes while it works. Whoever wants the work writes a token
 * of its own, waits until others that wrote at the same moment have done so, and has the work if
 * its token is still there. A holder that died is one whose token was seen unchanged for longer
 * than the lease lasts, by the watcher's own even counter: no clock is asked.
 *
 * <p>A file system gives no more than this. A node that is halted between its last look and its
 * work may overlap with the next holder, so the work must bear to be done twice.
 */
public final class Lease {

  /** Waits, so that tests need not. */
  @FunctionalInterface
  public interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  private static final int LARGEST = 200;

  private final Supplier<PrivateFolder> folder;
  private final String file;
  private final Supplier<String> node;
  private final Duration lasts;
  private final Duration settles;
  private final LongSupplier nanos;
  private final Pause pause;
  private String mine = "";
  private long renewed;
  private String watched = "";
  private long watchedSince;

  /**
   * @param lasts after which a holder that shows no life has lost it
   * @param settles longer than a write takes to be seen on all nodes
   */
  public Lease(
      Supplier<PrivateFolder> folder,
      String file,
      Supplier<String> node,
      Duration lasts,
      Duration settles,
      LongSupplier nanos,
      Pause pause) {
    this.folder = folder;
    this.file = file;
    this.node = node;
    this.lasts = lasts;
    this.settles = settles;
    this.nanos = nanos;
    this.pause = pause;
  }

  /** Whether the work is this node's now. */
  public synchronized boolean take() throws IOException, InterruptedException {
    if (!mine.isEmpty() && isHeld()) {
      return true;
    }
    String there = read();
    if (!there.equals(watched)) {
      watched = there;
      watchedSince = nanos.getAsLong();
    }
    if (!there.isEmpty() && nanos.getAsLong() - watchedSince < lasts.toNanos()) {
      return false;
    }
    write();
    pause.of(settles);
    return isHeld();
  }

  private String read() throws IOException {
    try {
      return folder.get().size(file) <= LARGEST ? folder.get().read(file) : "";
    } catch (NoSuchFileException none) {
      return "";
    }
  }

  private void write() throws IOException {
    mine = node.get() + " " + UUID.randomUUID();
    folder.get().write(file, mine);
    renewed = nanos.getAsLong();
  }

  /** Whether it is still this node's; to be asked before each step of the work. */
  public synchronized boolean isHeld() throws IOException {
    if (mine.isEmpty() || !read().equals(mine)) {
      mine = "";
      return false;
    }
    if (nanos.getAsLong() - renewed > lasts.toNanos() / 3) {
      write();
    }
    return true;
  }

  public synchronized void release() throws IOException {
    if (isHeld()) {
      folder.get().delete(file);
      mine = "";
    }
  }
}
