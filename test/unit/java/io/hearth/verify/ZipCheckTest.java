package io.hearth.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.verify.Fault.Kind;
import io.hearth.verify.ZipCheck.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipCheckTest {

  @TempDir Path folder;

  private final Map<String, String> entries = new LinkedHashMap<>();

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String listed(String name, String text) throws Exception {
    return "{\"name\":\"%s\",\"state\":\"whole\",\"bytesAfter\":%d,\"sha256\":\"%s\"}"
        .formatted(name, text.length(), sha256(text));
  }

  private static String manifest(String... listed) {
    return "{\"format\":\"hearth-support-zip\",\"entries\":[" + String.join(",", listed) + "]}";
  }

  private Path zip() throws IOException {
    Path file = folder.resolve("made.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static Result check(Path file) throws IOException, NotAZip {
    return new ZipCheck(new LeakSearch(SearchWords.none()), (bytes, expected) -> {}).of(file);
  }

  @Test
  void aCleanZipIsClean() throws Exception {
    entries.put("logs/a.log", "all is well\n");
    entries.put("manifest.json", manifest(listed("logs/a.log", "all is well\n")));
    Result result = check(zip());
    assertTrue(result.clean(), result.toString());
    assertEquals(2, result.entries());
  }

  @Test
  void aLeakIsToldWithItsEntryAndLine() throws Exception {
    String text = "one\ntoken=ghp_0123456789abcdefghijABCDEFGHIJ012345\n";
    entries.put("logs/a.log", text);
    entries.put("manifest.json", manifest(listed("logs/a.log", text)));
    Result result = check(zip());
    assertEquals(Map.of("token", 1L), result.total());
    assertEquals("logs/a.log", result.found().get(0).name());
    assertEquals(2, result.found().get(0).leaks().get(0).line());
  }

  @Test
  void aLeakInANameIsTold() throws Exception {
    entries.put("logs/someone@acme-corp.com.log", "");
    Result result = check(zip());
    assertEquals(0, result.found().get(0).leaks().get(0).line());
  }

  @Test
  void whatTheManifestDoesNotSayIsToldAsAFault() throws Exception {
    entries.put("logs/changed.log", "after\n");
    entries.put("logs/extra.log", "extra\n");
    entries.put("../out.log", "x");
    entries.put(
        "manifest.json",
        manifest(
            listed("logs/changed.log", "before"),
            listed("logs/gone.log", "x"),
            listed("../out.log", "x"),
            "{\"name\":\"logs/missing.log\",\"state\":\"missing\"}"));
    assertEquals(
        List.of(
            new Fault(Kind.CHANGED, "logs/changed.log"),
            new Fault(Kind.NOT_LISTED, "logs/extra.log"),
            new Fault(Kind.BAD_NAME, "../out.log"),
            new Fault(Kind.NOT_THERE, "logs/gone.log")),
        check(zip()).faults());
  }

  @Test
  void aZipWithoutOurManifestIsSearchedAllTheSame() throws Exception {
    entries.put("manifest.json", "{\"format\":\"another\"}");
    assertEquals(List.of(new Fault(Kind.NO_MANIFEST, "")), check(zip()).faults());
  }

  @Test
  void whatIsNoZipIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("no.zip"), "PK or not");
    assertThrows(IOException.class, () -> check(file));
  }

  /** Two directory entries for one piece of data, as in a file that unpacks to far more. */
  @Test
  void entriesThatShareBytesAreRefused() throws Exception {
    byte[] data = new byte[4000];
    new java.util.Random(3).nextBytes(data);
    ByteArrayOutputStream one = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(one)) {
      zip.putNextEntry(new ZipEntry("a"));
      zip.write(data);
    }
    Path file = Files.write(folder.resolve("overlap.zip"), twice(one.toByteArray()));
    assertEquals(NotAZip.Why.OVERLAPPING, assertThrows(NotAZip.class, () -> check(file)).why());
  }

  private static byte[] twice(byte[] zip) {
    ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int end = zip.length - 22;
    int size = in.getInt(end + 12);
    int start = in.getInt(end + 16);
    ByteBuffer out = ByteBuffer.allocate(zip.length + size).order(ByteOrder.LITTLE_ENDIAN);
    out.put(zip, 0, end);
    out.put(zip, start, size);
    out.put(end + 46, (byte) 'b');
    out.put(zip, end, 22);
    out.putShort(end + size + 8, (short) 2);
    out.putShort(end + size + 10, (short) 2);
    out.putInt(end + size + 12, size * 2);
    return out.array();
  }
}
