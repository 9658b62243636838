package io.hearth.zip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalvageTest {

  private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");
  private static final List<Integer> SIZES = List.of(10, 300_000, 0, 5_000);

  @TempDir Path folder;
  private final ByteArrayOutputStream zip = new ByteArrayOutputStream();
  private final ByteArrayOutputStream noted = new ByteArrayOutputStream();

  /** What a writer leaves that dies before the ZIP's end. */
  private void write() throws IOException {
    StreamingZip out =
        new StreamingZip(zip, new ZipOptions(5, 2, Thread.NORM_PRIORITY), Salvage.journal(noted));
    for (int n = 0; n < SIZES.size(); n++) {
      try (EntryStream entry = out.entry("folder/" + n, THEN, 0)) {
        entry.write(content(n));
      }
    }
    out.abort();
  }

  private static byte[] content(int n) {
    byte[] bytes = new byte[SIZES.get(n)];
    new Random(n).nextBytes(bytes);
    return bytes;
  }

  @Test
  void whatWasWrittenWholeCanBeReadWhereverTheWriterDied() throws IOException {
    write();
    byte[] all = zip.toByteArray();
    Random random = new Random(4711);
    for (int n = 0; n < 200; n++) {
      int length = n == 0 ? all.length : random.nextInt(all.length);
      check(Arrays.copyOf(all, length), noted.toByteArray());
    }
  }

  @Test
  void aJournalThatBreaksOffAnywhereIsReadUpToThere() throws IOException {
    write();
    byte[] journal = noted.toByteArray();
    for (int length = 0; length <= journal.length; length++) {
      check(zip.toByteArray(), Arrays.copyOf(journal, length));
    }
  }

  @Test
  void aJournalOfSomethingElseHelpsNothingAndHarmsNothing() throws IOException {
    write();
    byte[] noise = new byte[4000];
    new Random(1).nextBytes(noise);
    Path file = Files.write(folder.resolve("noise"), zip.toByteArray());

    assertEquals(0, close(file, noise));
    assertArrayEquals(zip.toByteArray(), Files.readAllBytes(file));
  }

  private void check(byte[] part, byte[] journal) throws IOException {
    Path file = Files.write(folder.resolve("part"), part);
    long saved = close(file, journal);
    if (saved == 0) {
      return;
    }
    try (ZipFile opened = new ZipFile(file.toFile())) {
      assertEquals(saved + 1, opened.size());
      for (int n = 0; n < saved; n++) {
        ZipEntry entry = opened.getEntry("folder/" + n);
        assertArrayEquals(content(n), opened.getInputStream(entry).readAllBytes());
      }
      assertEquals(
          "why", new String(opened.getInputStream(opened.getEntry("NOTE")).readAllBytes()));
    }
  }

  private static long close(Path file, byte[] journal) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return Salvage.close(channel, new ByteArrayInputStream(journal), "NOTE", "why", THEN);
    }
  }
}
