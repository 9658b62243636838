package io.hearth.zip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class StreamingZipProperties {

  /** Content of any length around the block's, written in any pieces, with flushes in between. */
  @Property(tries = 60, seed = "4711")
  void givesBackWhateverWasWritten(
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 0, max = 400_000) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 70_000) int piece,
      @ForAll @IntRange(min = 1, max = 4) int threads,
      @ForAll @IntRange(min = 1, max = 9) int level,
      @ForAll boolean flushing)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (StreamingZip zip =
        new StreamingZip(out, new ZipOptions(level, threads, Thread.NORM_PRIORITY))) {
      for (int i = 0; i < lengths.size(); i++) {
        byte[] content = content(lengths.get(i), i);
        try (EntryStream entry = zip.entry("entry-" + i, Instant.EPOCH, 0)) {
          for (int at = 0; at < content.length; at += piece) {
            entry.write(content, at, Math.min(piece, content.length - at));
            if (flushing && at % 3 == 0) {
              entry.flush();
            }
          }
        }
      }
    }
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()));
    for (int i = 0; i < lengths.size(); i++) {
      assertEquals("entry-" + i, zip.getNextEntry().getName());
      assertArrayEquals(content(lengths.get(i), i), zip.readAllBytes());
    }
  }

  /** Half repeats itself over block borders, half is noise. */
  private static byte[] content(int length, int seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    for (int at = 1000; at < length; at++) {
      if ((at / 5000) % 2 == 0) {
        bytes[at] = bytes[at - 1000];
      }
    }
    return bytes;
  }
}
