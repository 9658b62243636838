package io.hearth.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamingZipTest {

  private static final Instant MODIFIED = Instant.parse("2026-03-01T12:00:01Z");

  /** Tests of other parts may have left theirs. */
  private final Set<Thread> before = Thread.getAllStackTraces().keySet();

  @TempDir Path folder;

  private static ZipOptions threads(int count) {
    return new ZipOptions(6, count, Thread.NORM_PRIORITY);
  }

  /** Text that compresses about as well as a log does. */
  private static byte[] text(int length, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append("2026-03-01 12:00:00 INFO [c.a.j.Filter] request ")
          .append(random.nextInt(100_000))
          .append(" took ")
          .append(random.nextInt(900))
          .append(" ms\n");
    }
    return text.substring(0, length).getBytes(UTF_8);
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(4711).nextBytes(bytes);
    return bytes;
  }

  private static Map<String, byte[]> sample() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("README.txt", "start here\n".getBytes(UTF_8));
    entries.put("empty.txt", new byte[0]);
    entries.put("logs/Grüße von 東京 – Łódź 🙂.log", text(3_000_000, 1));
    entries.put("logs/one-block.log", text(Block.SIZE, 2));
    entries.put("logs/one-byte-more.log", text(Block.SIZE + 1, 3));
    entries.put("logs/two-blocks.log", text(2 * Block.SIZE, 4));
    entries.put("noise.bin", noise(1_000_000));
    entries.put("small-noise.bin", noise(100));
    entries.put("last.txt", text(40_000, 5));
    return entries;
  }

  private static void write(OutputStream out, Map<String, byte[]> entries, ZipOptions options)
      throws IOException {
    try (StreamingZip zip = new StreamingZip(out, options)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        try (EntryStream stream = zip.entry(entry.getKey(), MODIFIED, entry.getValue().length)) {
          stream.write(entry.getValue());
        }
      }
    }
  }

  private Path sampleFile() throws IOException {
    Path file = folder.resolve("sample.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      write(out, sample(), threads(3));
    }
    return file;
  }

  @ParameterizedTest
  @EnumSource(Readers.class)
  void opensIn(Readers reader) throws Exception {
    reader.read(sampleFile());
  }

  @Test
  void givesBackEveryByteNameAndTimeThroughTheDirectory() throws IOException {
    try (ZipFile zip = new ZipFile(sampleFile().toFile())) {
      assertEquals(sample().size(), zip.size());
      for (Map.Entry<String, byte[]> expected : sample().entrySet()) {
        ZipEntry entry = zip.getEntry(expected.getKey());
        assertArrayEquals(expected.getValue(), zip.getInputStream(entry).readAllBytes());
        assertEquals(MODIFIED, entry.getLastModifiedTime().toInstant());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void givesBackEveryByteToAReaderOfTheStream(int threads) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, sample(), threads(threads));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (Map.Entry<String, byte[]> expected : sample().entrySet()) {
        assertEquals(expected.getKey(), zip.getNextEntry().getName());
        assertArrayEquals(expected.getValue(), zip.readAllBytes());
      }
    }
  }

  @Test
  void theBytesDoNotDependOnTheNumberOfThreads() throws IOException {
    ByteArrayOutputStream alone = new ByteArrayOutputStream();
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    write(alone, sample(), threads(1));
    write(many, sample(), threads(7));
    assertArrayEquals(alone.toByteArray(), many.toByteArray());
  }

  @Test
  void summariesTellSizesAndSumsOfEachEntry() throws Exception {
    byte[] content = text(400_000, 6);
    Path file = folder.resolve("sums.zip");
    EntrySummary summary;
    try (OutputStream out = Files.newOutputStream(file);
        StreamingZip zip = new StreamingZip(out, threads(2))) {
      EntryStream stream = zip.entry("a.log", MODIFIED, 0);
      assertThrows(IllegalStateException.class, stream::summary);
      stream.write(content);
      stream.close();
      summary = stream.summary();
    }
    byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content);
    assertEquals(HexFormat.of().formatHex(sha256), summary.sha256());
    assertEquals(content.length, summary.size());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertEquals(zip.getEntry("a.log").getCompressedSize(), summary.compressedSize());
      assertEquals(zip.getEntry("a.log").getCrc(), summary.crc32());
    }
  }

  @Test
  void flushSendsOnWhatWasWrittenSoFar() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (StreamingZip zip = new StreamingZip(out, threads(2));
        EntryStream stream = zip.entry("README.txt", MODIFIED, 0)) {
      stream.write("read me".getBytes(UTF_8));
      assertEquals(0, out.size());
      stream.flush();
      ZipInputStream reader = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()));
      reader.getNextEntry();
      assertArrayEquals("read me".getBytes(UTF_8), reader.readNBytes(7));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../up",
        "a/../b",
        "a/./b",
        "a//b",
        "a/",
        "a\\b",
        "C:x",
        "a\nb",
        "\u0000",
        "half\uD800"
      })
  void refusesANameThatLeadsElsewhere(String name) throws IOException {
    try (StreamingZip zip = new StreamingZip(new ByteArrayOutputStream(), threads(1))) {
      assertThrows(IllegalArgumentException.class, () -> zip.entry(name, MODIFIED, 0));
    }
  }

  @Test
  void refusesANameTwice() throws IOException {
    try (StreamingZip zip = new StreamingZip(new ByteArrayOutputStream(), threads(1))) {
      zip.entry("a", MODIFIED, 0).close();
      assertThrows(IllegalArgumentException.class, () -> zip.entry("a", MODIFIED, 0));
    }
  }

  @Test
  void aTargetThatFailsIsToldToTheWriterAndLeavesNoDirectory() throws IOException {
    byte[] noise = noise(4_000_000);
    LimitedOutput out = new LimitedOutput(500_000);
    StreamingZip zip = new StreamingZip(out, threads(2));
    EntryStream entry = zip.entry("a.bin", MODIFIED, 0);
    assertThrows(IOException.class, () -> entry.write(noise));
    assertThrows(IOException.class, entry::close);
    assertThrows(IOException.class, zip::close);
    assertTrue(out.taken <= 500_000);
    assertNoThreadLeft();
  }

  @Test
  void anInterruptWhileItPacksLeavesNoDirectoryHoweverOftenItIsClosed() throws IOException {
    byte[] noise = noise(8_000_000);
    Path file = folder.resolve("interrupted.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      StreamingZip zip = new StreamingZip(out, threads(2));
      EntryStream entry = zip.entry("a.bin", MODIFIED, 0);
      Thread.currentThread().interrupt();
      assertThrows(InterruptedIOException.class, () -> entry.write(noise));
      assertTrue(Thread.interrupted(), "the interrupt is kept");
      assertThrows(IOException.class, entry::close);
      assertThrows(IOException.class, entry::close);
      assertThrows(IllegalStateException.class, zip::close);
    }
    assertThrows(ZipException.class, () -> new ZipFile(file.toFile()).close());
    assertNoThreadLeft();
  }

  @Test
  void aMachineOfManyCoresDoesNotFillTheHeapWithBlocks() throws IOException {
    StreamingZip zip = new StreamingZip(new ByteArrayOutputStream(), threads(64));
    try (zip;
        EntryStream entry = zip.entry("a.bin", MODIFIED, 0)) {
      entry.write(noise(6_000_000));
      assertEquals(Packers.MOST_THREADS, packingThreads());
    }
  }

  @Test
  void anAbortedZipOpensNowhereAndLeavesNoThread() throws IOException {
    Path file = folder.resolve("aborted.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      StreamingZip zip = new StreamingZip(out, threads(4));
      EntryStream entry = zip.entry("a.log", MODIFIED, 0);
      entry.write(text(5_000_000, 7));
      zip.abort();
      assertThrows(IOException.class, () -> entry.write(1));
      zip.close();
    }
    assertThrows(ZipException.class, () -> new ZipFile(file.toFile()).close());
    assertNoThreadLeft();
  }

  @Test
  void aClosedZipLeavesNoThread() throws IOException {
    write(new ByteArrayOutputStream(), sample(), threads(4));
    assertNoThreadLeft();
  }

  /** A pool that has ended may have a thread that is just returning from it. */
  private void assertNoThreadLeft() {
    for (int n = 0; n < 50 && packingThreads() > 0; n++) {
      LockSupport.parkNanos(10_000_000);
    }
    assertEquals(0, packingThreads());
  }

  private long packingThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && thread.getName().startsWith("hearth-zip"))
        .filter(thread -> !before.contains(thread))
        .count();
  }

  /** A client that goes away. */
  private static final class LimitedOutput extends OutputStream {
    private final long limit;
    private long taken;

    LimitedOutput(long limit) {
      this.limit = limit;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (taken + length > limit) {
        throw new IOException("connection reset");
      }
      taken += length;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void signsOfLifeAreSentAtOnceAndUnpackToNothing(int threads) throws IOException {
    byte[] text = text(300_000, 6);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (StreamingZip zip = new StreamingZip(out, threads(threads));
        EntryStream entry = zip.entry("slow.txt", MODIFIED, text.length)) {
      int at = 0;
      for (int next : new int[] {0, 0, 1, 1, 90_000, 90_000 + Block.SIZE, text.length}) {
        entry.write(text, at, next - at);
        at = next;
        int before = out.size();
        entry.signOfLife();
        assertTrue(out.size() > before, "nothing was sent after " + at + " bytes");
      }
    }
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      assertEquals("slow.txt", in.getNextEntry().getName());
      assertArrayEquals(text, in.readAllBytes());
    }
    Path file = Files.write(folder.resolve("slow.zip"), out.toByteArray());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertArrayEquals(text, zip.getInputStream(zip.getEntry("slow.txt")).readAllBytes());
    }
  }
}
