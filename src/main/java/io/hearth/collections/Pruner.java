package io.hearth.collections;

import io.hearth.application.ChangedZip;
import io.hearth.application.Journal;
import io.hearth.application.Outcome;
import io.hearth.application.Texts;
import io.hearth.collections.Stage.Content;
import io.hearth.collections.Stage.Done;
import io.hearth.host.Host;
import io.hearth.host.HostUser;
import io.hearth.store.Sha256;
import io.hearth.zip.FinishedZip;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes a ZIP of a stored one without some of its entries: one at a time on a node, as fast as the
 * disk copies. Until it is whole its folder holds no {@code job.json}, so nobody sees it, and what
 * a process that died leaves of it is swept like any other folder that tells nothing.
 */
public final class Pruner implements AutoCloseable {

  /**
   * What a person wants.
   *
   * @param entries names of those that go
   * @param by as it shall stand in the manifest; empty when nobody is to be named
   */
  public record Cut(Set<String> entries, Optional<String> by, HostUser who, Texts texts) {

    public Cut {
      entries = Set.copyOf(entries);
    }
  }

  /** What became of it. */
  public sealed interface Answer {

    record Made(StoredZip zip) implements Answer {}

    /** The ZIP has no such entries, or they are the two that tell of the others. */
    record Unknown(List<String> entries) implements Answer {}

    /** There is no file, or none with a manifest that can tell of the change. */
    record NotThere() implements Answer {}

    /** Another one is being made on this node. */
    record Busy(String startedBy, Instant since) implements Answer {}

    record NoRoom(Trouble trouble) implements Answer {}
  }

  private record Running(String who, Instant since) {}

  private static final int LONGEST_END_S = 5;

  private final Shelf shelf;
  private final Host host;
  private final Room.DiskSpace disk;
  private final Clock clock;
  private final Journal journal;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile Running running = new Running("", Instant.EPOCH);
  private volatile boolean closing;

  Pruner(Shelf shelf, Host host, Room.DiskSpace disk, Clock clock, Journal journal) {
    this.shelf = shelf;
    this.host = host;
    this.disk = disk;
    this.clock = clock;
    this.journal = journal;
  }

  Answer prune(StoredZip source, Cut cut, long most) {
    if (!turn.tryLock()) {
      return new Answer.Busy(running.who(), running.since());
    }
    try {
      running = new Running(cut.who().name(), clock.instant());
      return pruned(source, cut, most);
    } finally {
      turn.unlock();
    }
  }

  private Answer pruned(StoredZip source, Cut cut, long most) {
    Path file = shelf.folder(source.id()).path().resolve(PartFile.ZIP);
    if (source.stage().content().isEmpty()) {
      return new Answer.NotThere();
    }
    try (FinishedZip zip = FinishedZip.open(file)) {
      List<String> names = zip.names();
      List<String> unknown =
          cut.entries().stream()
              .filter(name -> ChangedZip.OWN.contains(name) || !names.contains(name))
              .sorted()
              .toList();
      if (!names.contains(ChangedZip.MANIFEST)) {
        return new Answer.NotThere();
      }
      return unknown.isEmpty() ? made(source, zip, file, cut, most) : new Answer.Unknown(unknown);
    } catch (IOException e) {
      journal.failed("reading a stored Support ZIP", e);
      return new Answer.NotThere();
    }
  }

  private Answer made(StoredZip source, FinishedZip zip, Path file, Cut cut, long most) {
    String id = Shelf.newId();
    PartFile part = new PartFile(shelf.folder(id), disk, most);
    try {
      ChangedZip change = new ChangedZip(cut.entries(), cut.by(), clock.instant(), cut.texts());
      MessageDigest digest = Sha256.begin();
      long entries;
      try (part) {
        entries =
            change.write(zip, file, new Stoppable(new DigestOutputStream(part.open(), digest)));
      }
      long bytes = part.keep();
      Content content = new Content(bytes, Sha256.of(digest), entries);
      StoredZip made = copy(source, id, cut, content);
      shelf.write(made);
      return new Answer.Made(made);
    } catch (IOException | RuntimeException e) {
      drop(id);
      if (part.trouble().isEmpty()) {
        journal.failed("taking entries out of a stored Support ZIP", e);
      }
      return new Answer.NoRoom(part.trouble().orElse(Trouble.FAILED));
    }
  }

  private StoredZip copy(StoredZip source, String id, Cut cut, Content content) {
    Optional<Outcome> before =
        source.stage() instanceof Done done ? done.outcome() : Optional.empty();
    Optional<Outcome> outcome =
        before.map(one -> one.without(cut.entries(), content.entries(), content.sha256()));
    Instant now = clock.instant();
    String name = source.fileName().replaceFirst("(?i)\\.zip$", "") + "-changed.zip";
    Done done = new Done(now, content, outcome);
    return source.copy(id, name, host.nodeId(), cut.who().name(), now, done);
  }

  private void drop(String id) {
    try {
      shelf.folder(id).delete();
    } catch (IOException e) {
      journal.failed("deleting half of a Support ZIP", e);
    }
  }

  /** Ends the copying when the app is switched off. */
  private final class Stoppable extends FilterOutputStream {

    Stoppable(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (closing) {
        throw new IOException("the app is switched off");
      }
      out.write(bytes, from, length);
    }
  }

  /** Waits for its end: afterwards the product takes the app's classes away. */
  @Override
  public void close() {
    closing = true;
    try {
      if (turn.tryLock(LONGEST_END_S, TimeUnit.SECONDS)) {
        turn.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
