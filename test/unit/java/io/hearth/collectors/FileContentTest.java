package io.hearth.collectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.collectors.Entry.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentTest {

  private static final long NO_LIMIT = Long.MAX_VALUE;

  @TempDir Path folder;

  @Test
  void aCutBeginsAtALine() throws IOException {
    check("first\nsecond\nthird\n", 18, "second\nthird\n", Unreadable.OVER_LIMIT);
    check("first\nsecond\nthird\n", 13, "second\nthird\n", Unreadable.OVER_LIMIT);
    check("first\nsecond\nthird\n", 12, "third\n", Unreadable.OVER_LIMIT);
  }

  @Test
  void aCutInOneLongLineBeginsAtAWordSoThatNoValueLosesItsLabel() throws IOException {
    check("password=secret user=jane\n", 20, "user=jane\n", Unreadable.OVER_LIMIT);
  }

  @Test
  void aLineWithoutAnyBorderIsCutAtTheByte() throws IOException {
    check("abcdefghij", 4, "ghij", Unreadable.OVER_LIMIT);
  }

  @Test
  void utf16IsCutBetweenCharactersAndKeepsItsMark() throws IOException {
    for (Charset order : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] all = "\uFEFFfirst\nsec\u0A0And\nthird\n".getBytes(order);
      Path file = Files.write(folder.resolve("wide.log"), all);
      for (int limit = 14; limit < 20; limit++) {
        assertArrayEquals("\uFEFFthird\n".getBytes(order), read(file, limit).bytes());
      }
    }
  }

  @Test
  void aFileThatGrowsIsCopiedToItsSizeAtTheStart() throws IOException {
    Path file = Files.writeString(folder.resolve("a.log"), "before\n");
    try (FileContent content = open(file, NO_LIMIT)) {
      Files.writeString(file, "after\n", StandardOpenOption.APPEND);
      assertEquals("before\n", new String(content.readAllBytes(), StandardCharsets.UTF_8));
      assertEquals(Optional.empty(), content.shortfall());
    }
  }

  @Test
  void aFileThatShrinksGivesWhatWasThereAndSaysSo() throws IOException {
    Path file = Files.write(folder.resolve("a.log"), lines(400_000));
    try (FileContent content = open(file, NO_LIMIT)) {
      assertEquals(1000, content.readNBytes(1000).length);
      Files.write(file, new byte[0]);
      assertTrue(content.readAllBytes().length < 300_000);
      assertEquals(Optional.of(Unreadable.SHRUNK), content.shortfall());
    }
  }

  @Test
  void aFileThatRotatesAwayIsReadToItsEnd() throws IOException {
    Path file = Files.write(folder.resolve("a.log"), lines(400_000));
    try (FileContent content = open(file, NO_LIMIT)) {
      content.readNBytes(1000);
      Files.move(file, folder.resolve("a.log.1"));
      Files.writeString(file, "new\n");
      assertEquals(399_000, content.readAllBytes().length);
      assertEquals(Optional.empty(), content.shortfall());
    }
  }

  @Test
  void aPackedFileIsUnpackedEvenWithSeveralMembers() throws IOException {
    byte[] packed = join(gzip(lines(100_000)), gzip("last\n".getBytes(StandardCharsets.UTF_8)));
    Read read = read(Files.write(folder.resolve("a.log.gz"), packed), NO_LIMIT);
    assertArrayEquals(
        join(lines(100_000), "last\n".getBytes(StandardCharsets.UTF_8)), read.bytes());
    assertEquals(Optional.empty(), read.shortfall());
  }

  @Test
  void aPackedFileOverTheLimitGivesItsNewestLines() throws IOException {
    Path file = Files.write(folder.resolve("a.log.gz"), gzip(lines(100_000)));
    Read read = read(file, 95);
    assertArrayEquals(Arrays.copyOfRange(lines(100_000), 99_910, 100_000), read.bytes());
    assertEquals(Optional.of(Unreadable.OVER_LIMIT), read.shortfall());
  }

  @Test
  void aTornPackedFileGivesWhatComesBeforeTheTear() throws IOException {
    byte[] whole = gzip(lines(1_000_000));
    Path file = Files.write(folder.resolve("a.log.gz"), Arrays.copyOf(whole, whole.length / 2));
    Read read = read(file, NO_LIMIT);
    assertTrue(read.bytes().length > 100_000, () -> "only " + read.bytes().length);
    assertArrayEquals(Arrays.copyOf(lines(1_000_000), read.bytes().length), read.bytes());
    assertEquals(Optional.of(Unreadable.DAMAGED), read.shortfall());
  }

  @Test
  void aPackedFileWithoutAWholeHeadIsDamaged() throws IOException {
    refused("a.log.gz", Arrays.copyOf(gzip(lines(100)), 5), Unreadable.DAMAGED);
  }

  @Test
  void aBombIsBoundedWhateverItSays() throws IOException {
    byte[] bomb = gzip(lines(20_000_000));
    for (int said : new int[] {0, 5_000, Integer.MAX_VALUE}) {
      byte[] lie = bomb.clone();
      for (int i = 0; i < 4; i++) {
        lie[lie.length - 4 + i] = (byte) (said >> (8 * i));
      }
      Read read = read(Files.write(folder.resolve("a.log.gz"), lie), 50_000);
      assertTrue(read.bytes().length <= 50_000, () -> "read " + read.bytes().length);
      assertTrue(read.shortfall().isPresent());
    }
  }

  @Test
  void textUnderTheNameOfAPackedFileIsText() throws IOException {
    check("plain.gz", "plain\n".getBytes(StandardCharsets.UTF_8), NO_LIMIT, "plain\n");
  }

  @Test
  void binaryFilesAreRefused() throws IOException {
    byte[] dump = "JAVA PROFILE 1.0.2\0\0\0\0\b".getBytes(StandardCharsets.ISO_8859_1);
    refused("renamed.log", dump, Unreadable.BINARY);
    refused("renamed.log.gz", gzip(dump), Unreadable.BINARY);
    refused("a.log", gzip(lines(10_000)), Unreadable.BINARY);
  }

  @Test
  void aHoleAtTheStartDoesNotMakeALogBinary() throws IOException {
    Path file = folder.resolve("catalina.out");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.seek(100_000);
      sparse.write("after the cut\n".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(100_014, read(file, NO_LIMIT).bytes().length);
    assertEquals("after the cut\n", new String(read(file, 100).bytes(), StandardCharsets.UTF_8));
  }

  @Test
  void aHugeSparseFileStreamsFromNearItsEnd() throws IOException {
    Path file = folder.resolve("huge.log");
    long size = 6L << 30;
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.seek(size);
      sparse.write("\nlast\n".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals("last\n", new String(read(file, 1000).bytes(), StandardCharsets.UTF_8));
    try (FileContent content = open(file, NO_LIMIT)) {
      assertEquals(1 << 20, content.readNBytes(1 << 20).length);
    }
  }

  private void check(String text, long limit, String expected, Unreadable shortfall)
      throws IOException {
    Path file = Files.writeString(folder.resolve("a.log"), text);
    Read read = read(file, limit);
    assertEquals(expected, new String(read.bytes(), StandardCharsets.UTF_8));
    assertEquals(Optional.of(shortfall), read.shortfall());
  }

  private void check(String name, byte[] bytes, long limit, String expected) throws IOException {
    Read read = read(Files.write(folder.resolve(name), bytes), limit);
    assertEquals(expected, new String(read.bytes(), StandardCharsets.UTF_8));
  }

  private void refused(String name, byte[] bytes, Unreadable reason) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    UnreadableException e =
        assertThrows(UnreadableException.class, () -> open(file, NO_LIMIT).close());
    assertEquals(reason, e.reason());
  }

  private record Read(byte[] bytes, Optional<Unreadable> shortfall) {}

  private Read read(Path file, long limit) throws IOException {
    try (FileContent content = open(file, limit)) {
      byte[] bytes = content.readAllBytes();
      return new Read(bytes, content.shortfall());
    }
  }

  private FileContent open(Path file, long limit) throws IOException {
    return FileContent.open(SafeFiles.below(List.of(folder)), file, limit);
  }

  /** Lines of ten bytes, each another. */
  private static byte[] lines(int bytes) {
    StringBuilder text = new StringBuilder();
    for (int n = 0; text.length() < bytes; n++) {
      text.append(String.format("%09d%n", n));
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
