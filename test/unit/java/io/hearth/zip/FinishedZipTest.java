package io.hearth.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedZipTest {

  private static final Instant TIME = Instant.parse("2026-03-01T12:00:01Z");
  private static final ZipOptions OPTIONS = new ZipOptions(6, 2, Thread.NORM_PRIORITY);
  private static final long FIVE_GB = 5L << 30;

  @TempDir Path folder;

  private static byte[] content(int n) {
    byte[] bytes = new byte[n * 700_000];
    new Random(n).nextBytes(bytes);
    // Half of it packs well.
    java.util.Arrays.fill(bytes, 0, bytes.length / 2, (byte) 'a');
    return bytes;
  }

  private Path made(String name, String prefix) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        StreamingZip zip = new StreamingZip(out, OPTIONS)) {
      for (int n = 0; n < 5; n++) {
        // One that claims to be huge has the wide form of what follows its data.
        try (EntryStream entry = zip.entry(prefix + "ä" + n, TIME, n == 4 ? FIVE_GB : 0)) {
          entry.write(content(n));
        }
      }
    }
    return file;
  }

  @Test
  void entriesGoOverAsTheyArePackedAndEveryReaderOpensThem() throws Exception {
    Path first = made("first.zip", "nodes/one/");
    Path second = made("second.zip", "nodes/two/");
    Path whole = folder.resolve("whole.zip");
    try (OutputStream out = Files.newOutputStream(whole);
        StreamingZip zip = new StreamingZip(out, OPTIONS)) {
      try (EntryStream own = zip.entry("README.txt", TIME, 0)) {
        own.write('x');
      }
      for (Path part : List.of(first, second)) {
        try (FinishedZip finished = FinishedZip.open(part)) {
          zip.append(finished);
        }
      }
      try (EntryStream own = zip.entry("last.txt", TIME, 0)) {
        own.write('y');
      }
    }
    try (ZipFile zip = new ZipFile(whole.toFile())) {
      assertEquals(12, zip.size());
      for (int n = 0; n < 5; n++) {
        ZipEntry entry = zip.getEntry("nodes/two/ä" + n);
        assertArrayEquals(content(n), zip.getInputStream(entry).readAllBytes());
        assertEquals(TIME, entry.getLastModifiedTime().toInstant());
      }
    }
    for (Readers reader : Readers.values()) {
      reader.read(whole);
    }
  }

  @Test
  void aPlaceBeyondFourGigabytesIsTold() throws Exception {
    Path part = made("part.zip", "n/");
    Path whole = folder.resolve("sparse.zip");
    try (FileChannel channel =
            FileChannel.open(
                whole,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE);
        FinishedZip finished = FinishedZip.open(part)) {
      channel.position(FIVE_GB);
      try (StreamingZip zip =
          new StreamingZip(
              Channels.newOutputStream(channel), OPTIONS, EntryJournal.none(), FIVE_GB)) {
        zip.append(finished);
      }
    }
    try (ZipFile zip = new ZipFile(whole.toFile())) {
      assertArrayEquals(content(4), zip.getInputStream(zip.getEntry("n/ä4")).readAllBytes());
    }
    assertThrows(IOException.class, () -> FinishedZip.open(whole));
  }

  @Test
  void aNameThatLeadsOutOrIsThereAlreadyIsRefusedBeforeAnythingIsCopied() throws Exception {
    Path part = made("part.zip", "n/");
    for (String name : List.of("n/ä3", "../ä3")) {
      Path forged = folder.resolve("forged.zip");
      byte[] bytes = Files.readAllBytes(part);
      byte[] from = "n/ä3".getBytes(UTF_8);
      byte[] to = name.equals("n/ä3") ? from : "../a3".getBytes(UTF_8);
      for (int at = 0; at + from.length <= bytes.length; at++) {
        if (java.util.Arrays.equals(bytes, at, at + from.length, from, 0, from.length)) {
          System.arraycopy(to, 0, bytes, at, to.length);
        }
      }
      Files.write(forged, bytes);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      StreamingZip zip = new StreamingZip(out, OPTIONS);
      if (name.equals("n/ä3")) {
        zip.entry("n/ä3", TIME, 0).close();
      }
      int before = out.size();
      try (FinishedZip finished = FinishedZip.open(forged)) {
        assertThrows(IllegalArgumentException.class, () -> zip.append(finished));
      }
      assertEquals(before, out.size());
      zip.close();
    }
  }

  @Test
  void aForgedOneIsRefusedOrTellsTheSame() throws Exception {
    Path part = made("part.zip", "n/");
    byte[] good = Files.readAllBytes(part);
    List<String> names = names(part);
    Path forged = folder.resolve("forged.zip");
    Random random = new Random(1);
    int refused = 0;
    for (int round = 0; round < 1500; round++) {
      byte[] bytes = good.clone();
      int near = round % 3 == 0 ? 40 : bytes.length - 1 - random.nextInt(700);
      bytes[Math.max(0, near - random.nextInt(40))] ^= (byte) (1 + random.nextInt(255));
      if (round % 7 == 0) {
        bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      Files.write(forged, bytes);
      try {
        names(forged);
      } catch (IOException | IllegalArgumentException expected) {
        refused++;
      }
    }
    assertTrue(refused > 500, refused + " refused");
    assertEquals(5, names.size());
  }

  private static List<String> names(Path file) throws IOException {
    try (FinishedZip zip = FinishedZip.open(file);
        StreamingZip into = new StreamingZip(OutputStream.nullOutputStream(), OPTIONS)) {
      into.append(zip);
      return Collections.unmodifiableList(zip.names());
    }
  }
}
