package io.hearth.zip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does not fit into the numbers of 16 and 32 bits of the first ZIPs. */
class LargeZipTest {

  private static final ZipOptions FAST = new ZipOptions(1, 2, Thread.NORM_PRIORITY);
  private static final long FOUR_GB = 1L << 32;

  @TempDir Path folder;

  @Test
  void moreThan65535Entries() throws Exception {
    Path file = folder.resolve("many.zip");
    int count = 70_000;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        StreamingZip zip = new StreamingZip(out, FAST)) {
      for (int i = 0; i < count; i++) {
        try (EntryStream entry = zip.entry("d/" + i, Instant.EPOCH, 0)) {
          entry.write('x');
        }
      }
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertEquals(count, zip.size());
    }
    for (Readers reader : Readers.values()) {
      reader.read(file);
    }
  }

  @Test
  void anEntryOfMoreThan4GbWhoeverKnewItBefore() throws Exception {
    for (long expected : new long[] {FOUR_GB + 7, 0}) {
      Path file = folder.resolve("large-" + expected + ".zip");
      try (OutputStream out = Files.newOutputStream(file);
          StreamingZip zip = new StreamingZip(out, FAST)) {
        try (EntryStream entry = zip.entry("zeros.log", Instant.EPOCH, expected)) {
          byte[] zeros = new byte[1 << 20];
          for (int i = 0; i < FOUR_GB / zeros.length; i++) {
            entry.write(zeros);
          }
          entry.write(new byte[7]);
        }
        zip.entry("after.txt", Instant.EPOCH, 0).close();
      }
      try (ZipFile zip = new ZipFile(file.toFile())) {
        assertEquals(FOUR_GB + 7, zip.getEntry("zeros.log").getSize());
        assertEquals(0, zip.getEntry("after.txt").getSize());
      }
      (expected > 0 ? Readers.UNZIP : Readers.BSDTAR).read(file);
    }
  }

  @Test
  void aZipOfMoreThan4Gb() throws Exception {
    Path file = folder.resolve("over.zip");
    // Before a ZIP a file may hold anything; here it is a hole that takes no disk.
    try (HoleyFile out = new HoleyFile(file, FOUR_GB);
        StreamingZip zip = new StreamingZip(out, FAST, EntryJournal.none(), FOUR_GB)) {
      zip.entry("first.txt", Instant.EPOCH, 0).close();
      try (EntryStream entry = zip.entry("far.txt", Instant.EPOCH, 0)) {
        entry.write("far away".getBytes());
      }
    }
    assertTrue(Files.size(file) > FOUR_GB);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry far = zip.getEntry("far.txt");
      try (InputStream in = zip.getInputStream(far)) {
        assertEquals("far away", new String(in.readAllBytes()));
      }
    }
    Readers.UNZIP.read(file);
    Readers.PYTHON.read(file);
  }

  private static final class HoleyFile extends OutputStream {
    private final FileChannel channel;

    HoleyFile(Path file, long hole) throws IOException {
      channel =
          FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
      channel.position(hole);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      channel.write(ByteBuffer.wrap(bytes, from, length));
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
