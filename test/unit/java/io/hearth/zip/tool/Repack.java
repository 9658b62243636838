package io.hearth.zip.tool;

import io.hearth.zip.EntryStream;
import io.hearth.zip.StreamingZip;
import io.hearth.zip.ZipOptions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Packs all entries of a ZIP but one again, as Hearth packs what it collects: {@code FILE OUT
 * WITHOUT}. Tells how many milliseconds it took.
 */
public final class Repack {

  /** Of a collection. */
  private static final int LEVEL = 5;

  private Repack() {}

  public static void main(String[] args) throws IOException {
    long begun = System.nanoTime();
    try (ZipFile from = new ZipFile(args[0]);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])));
        StreamingZip to = new StreamingZip(out, new ZipOptions(LEVEL, 1, Thread.NORM_PRIORITY))) {
      List<? extends ZipEntry> entries = Collections.list(from.entries());
      for (ZipEntry entry : entries) {
        if (!entry.getName().equals(args[2])) {
          try (InputStream text = from.getInputStream(entry);
              EntryStream packed = to.entry(entry.getName(), Instant.EPOCH, entry.getSize())) {
            text.transferTo(packed);
          }
        }
      }
    }
    System.out.println((System.nanoTime() - begun) / 1_000_000);
  }
}
