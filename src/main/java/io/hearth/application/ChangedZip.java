package io.hearth.application;

import io.hearth.edits.Edit;
import io.hearth.edits.EditedText;
import io.hearth.edits.SecondLook;
import io.hearth.edits.Words;
import io.hearth.zip.EntryStream;
import io.hearth.zip.FinishedZip;
import io.hearth.zip.StreamingZip;
import io.hearth.zip.ZipOptions;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes a Support ZIP anew without what a person took out. What stays is copied as it is packed,
 * texts without some lines or words are packed again while they are read; the manifest tells what
 * went; the overview, which tells of what stands in the entries, becomes a list.
 */
public final class ChangedZip {

  public static final String MANIFEST = "manifest.json";
  private static final String OVERVIEW = "index.html";

  /** The entries that tell of the others. */
  public static final Set<String> OWN = Set.of(MANIFEST, OVERVIEW);

  private static final int LEVEL = 6;
  private static final int BUFFER = 64 * 1024;

  /** What was written. */
  public record Written(long entries, String sha256, List<String> removed, List<String> edited) {}

  private final ZipChange change;
  private final Instant at;
  private final Texts texts;
  private final Progress progress;
  private volatile boolean stopped;

  public ChangedZip(ZipChange change, Clock clock, Texts texts) {
    this.change = change;
    this.at = clock.instant();
    this.texts = texts;
    this.progress = new Progress(clock);
  }

  /** For any thread. */
  public Progress.Snapshot progress() {
    return progress.snapshot();
  }

  /** From any thread: writing ends with an exception soon. */
  public void stop() {
    stopped = true;
  }

  public Written write(FinishedZip source, OutputStream out) throws IOException {
    List<String> names = source.names();
    List<String> kept = names.stream().filter(this::stays).toList();
    List<String> gone = names.stream().filter(change::removes).toList();
    progress.planned(kept.size(), expected(source, names));
    progress.enter(Progress.Phase.WRITING);
    MeasuredOutput measured = new MeasuredOutput(out, progress);
    Watched watched = new Watched(measured);
    StreamingZip zip =
        new StreamingZip(watched, new ZipOptions(LEVEL, 1, Thread.currentThread().getPriority()));
    List<ChangedEntry> edited = new ArrayList<>();
    try {
      for (int n = 0; n < names.size(); n++) {
        String name = names.get(n);
        if (!stays(name)) {
          continue;
        }
        if (change.edits().containsKey(name)) {
          edited.add(edited(source, n, zip, name));
        } else {
          watched.copying = true;
          zip.append(source, n);
          watched.copying = false;
        }
        progress.fileDone();
      }
      progress.enter(Progress.Phase.FINISHING);
      own(source, zip, kept, gone, edited);
      zip.close();
    } finally {
      zip.abort();
    }
    List<String> changed = edited.stream().map(ChangedEntry::name).toList();
    return new Written(kept.size() + (long) OWN.size(), measured.sha256(), gone, changed);
  }

  private boolean stays(String name) {
    return !OWN.contains(name) && !change.removes(name);
  }

  private long expected(FinishedZip source, List<String> names) {
    long bytes = 0;
    for (int n = 0; n < names.size(); n++) {
      boolean packedAgain = change.edits().containsKey(names.get(n));
      if (stays(names.get(n))) {
        bytes += packedAgain ? source.size(n) : source.packedSize(n);
      }
    }
    return bytes;
  }

  private ChangedEntry edited(FinishedZip source, int n, StreamingZip zip, String name)
      throws IOException {
    Edit edit = change.edits().get(name);
    SecondLook look = new SecondLook();
    EntryStream to = zip.entry(name, source.modified(n), source.size(n));
    EditedText text = new EditedText(edit.lines(), new Words(edit.words()), new Looked(to, look));
    byte[] block = new byte[BUFFER];
    try (InputStream in = source.text(n)) {
      for (int count = in.read(block); count >= 0; count = in.read(block)) {
        check();
        text.write(block, 0, count);
        progress.read(count);
      }
    }
    text.end();
    to.close();
    return new ChangedEntry(to.summary(), text.lines(), text.words(), look.end());
  }

  private void own(
      FinishedZip source,
      StreamingZip zip,
      List<String> kept,
      List<String> gone,
      List<ChangedEntry> edited)
      throws IOException {
    int manifest = source.names().indexOf(MANIFEST);
    try (InputStream in = source.text(manifest);
        EntryStream to = zip.entry(MANIFEST, at, source.size(manifest))) {
      new ChangedManifest(gone, edited, change.by(), at, texts).copy(in, to);
    }
    try (EntryStream page = zip.entry(OVERVIEW, at, 0)) {
      List<String> changed = edited.stream().map(ChangedEntry::name).toList();
      new ChangedOverview(texts).write(gone, changed, kept, page);
    }
  }

  private void check() throws IOException {
    if (stopped) {
      throw new IOException("it is not wanted any more");
    }
  }

  /** Ends the work when it is not wanted, and counts what is copied as it is packed. */
  private final class Watched extends FilterOutputStream {

    private boolean copying;

    Watched(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      check();
      out.write(bytes, from, length);
      if (copying) {
        progress.read(length);
      }
    }
  }

  /** Has what is left of a text searched on its way. */
  private static final class Looked extends FilterOutputStream {

    private final SecondLook look;

    Looked(OutputStream out, SecondLook look) {
      super(out);
      this.look = look;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      look.write(bytes, from, length);
      out.write(bytes, from, length);
    }
  }
}
