package io.hearth.collections;

import io.hearth.application.ChangedZip;
import io.hearth.application.NodeShare;
import io.hearth.application.Outcome;
import io.hearth.application.Progress;
import io.hearth.application.Requester;
import io.hearth.application.Texts;
import io.hearth.application.ZipChange;
import io.hearth.collections.Shelf.Mark;
import io.hearth.collections.Stage.Done;
import io.hearth.zip.DamagedEntry;
import io.hearth.zip.FinishedZip;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A ZIP of a stored one without what a person took out. What goes is known to this object alone: a
 * word that is to go is a secret, so nothing of it is written down, and a change that was
 * interrupted is not gone on with. It notes no entries, so that nothing is saved of a half either.
 */
final class Pruning implements Making {

  private final StoredZip source;
  private final ZipChange change;
  private final Requester requester;
  private final Shelf shelf;
  private final ChangedZip changed;
  private volatile boolean begun;

  Pruning(StoredZip source, ZipChange change, Requester requester, Shelf shelf, Clock clock) {
    this.source = source;
    this.change = change;
    this.requester = requester;
    this.shelf = shelf;
    this.changed = new ChangedZip(change, clock, Texts.in(requester.locale()));
  }

  /**
   * Those that it names and that cannot be taken out: there are none, or they tell of the others.
   * Empty as a whole when the ZIP has no manifest that can tell of a change.
   */
  static Optional<List<String>> unknown(Path file, ZipChange change) throws IOException {
    try (FinishedZip zip = FinishedZip.open(file)) {
      List<String> names = zip.names();
      if (!names.contains(ChangedZip.MANIFEST)) {
        return Optional.empty();
      }
      Set<String> known = new HashSet<>(names);
      return Optional.of(
          change.named().stream()
              .filter(name -> ChangedZip.OWN.contains(name) || !known.contains(name))
              .sorted()
              .toList());
    }
  }

  @Override
  public Lane lane() {
    return Lane.CHANGE;
  }

  @Override
  public Requester requester() {
    return requester;
  }

  /** Its source's stand in it from the beginning. */
  @Override
  public List<NodeShare> shares() {
    return List.of();
  }

  @Override
  public Optional<Progress.Snapshot> progress() {
    return begun ? Optional.of(changed.progress()) : Optional.empty();
  }

  @Override
  public void stop() {
    changed.stop();
  }

  @Override
  public Made make(Work work, PartFile part) {
    if (!work.begin()) {
      return new Made.Stopped();
    }
    begun = true;
    try (FinishedZip zip = FinishedZip.open(file())) {
      ChangedZip.Written written = changed.write(zip, new WhileItIsThere(part.open()));
      return isThere() ? whole(written) : new Made.Refused(Trouble.SOURCE_GONE);
    } catch (IOException | RuntimeException e) {
      if (!work.wanted()) {
        return new Made.Stopped();
      } else if (!isThere()) {
        return new Made.Refused(Trouble.SOURCE_GONE);
      }
      return e instanceof DamagedEntry
          ? new Made.Refused(Trouble.SOURCE_DAMAGED)
          : new Made.Failed(e);
    }
  }

  private Made whole(ChangedZip.Written written) {
    Optional<Outcome> before =
        source.stage() instanceof Done done ? done.outcome() : Optional.empty();
    Optional<Outcome> outcome =
        before.map(
            one ->
                one.without(
                    Set.copyOf(written.removed()),
                    written.edited(),
                    written.entries(),
                    written.sha256()));
    return new Made.Whole(written.sha256(), written.entries(), outcome);
  }

  @Override
  public void whole() {
    // Nothing waits for it.
  }

  private Path file() {
    return shelf.folder(source.id()).path().resolve(PartFile.ZIP);
  }

  private boolean isThere() {
    return !shelf.marked(source.id(), Mark.DELETED)
        && Files.exists(file(), LinkOption.NOFOLLOW_LINKS);
  }

  /** Whoever deletes a ZIP wants no further one of it; an open file can be read on regardless. */
  private final class WhileItIsThere extends FilterOutputStream {

    private static final long LOOK_EVERY = 1 << 20;
    private long written;
    private long lookAt = LOOK_EVERY;

    WhileItIsThere(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      written += length;
      if (written >= lookAt) {
        lookAt = written + LOOK_EVERY;
        if (!isThere()) {
          throw new IOException("the ZIP that it is made of was deleted");
        }
      }
      out.write(bytes, from, length);
    }
  }
}
