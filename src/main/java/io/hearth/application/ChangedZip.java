package io.hearth.application;

import io.hearth.zip.EntryStream;
import io.hearth.zip.FinishedZip;
import io.hearth.zip.StreamingZip;
import io.hearth.zip.ZipOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Writes a Support ZIP anew without some of its entries. What stays is copied as it is packed; the
 * manifest tells what went; the overview, which tells of what stands in the entries, becomes a
 * list.
 */
public final class ChangedZip {

  public static final String MANIFEST = "manifest.json";
  private static final String OVERVIEW = "index.html";

  /** The entries that tell of the others. */
  public static final Set<String> OWN = Set.of(MANIFEST, OVERVIEW);

  private static final int LEVEL = 6;

  private final Set<String> removed;
  private final Optional<String> by;
  private final Instant at;
  private final Texts texts;

  public ChangedZip(Set<String> removed, Optional<String> by, Instant at, Texts texts) {
    this.removed = removed;
    this.by = by;
    this.at = at;
    this.texts = texts;
  }

  /**
   * How many entries there are then.
   *
   * @param file the same ZIP as {@code source}
   */
  public long write(FinishedZip source, Path file, OutputStream out) throws IOException {
    List<String> kept =
        source.names().stream()
            .filter(name -> !OWN.contains(name) && !removed.contains(name))
            .toList();
    Set<String> wanted = Set.copyOf(kept);
    List<String> gone = source.names().stream().filter(removed::contains).toList();
    StreamingZip zip =
        new StreamingZip(out, new ZipOptions(LEVEL, 1, Thread.currentThread().getPriority()));
    try (ZipFile packed = new ZipFile(file.toFile())) {
      zip.append(source, wanted::contains);
      manifest(packed, zip, gone);
      try (EntryStream page = zip.entry(OVERVIEW, at, 0)) {
        new ChangedOverview(texts).write(gone, kept, page);
      }
      zip.close();
    } finally {
      zip.abort();
    }
    return kept.size() + (long) OWN.size();
  }

  private void manifest(ZipFile packed, StreamingZip zip, List<String> gone) throws IOException {
    ZipEntry entry = packed.getEntry(MANIFEST);
    try (InputStream in = packed.getInputStream(entry);
        EntryStream to = zip.entry(MANIFEST, at, entry.getSize())) {
      new ChangedManifest(gone, by, at, texts).copy(in, to);
    }
  }
}
