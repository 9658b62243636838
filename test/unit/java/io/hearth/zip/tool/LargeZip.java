package io.hearth.zip.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hearth.zip.EntryStream;
import io.hearth.zip.StreamingZip;
import io.hearth.zip.ZipOptions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Writes a ZIP of a wanted size with one long log in it, as Hearth's own writer makes them: {@code
 * FILE ZIP-BYTES LOG-BYTES}.
 */
public final class LargeZip {

  private static final int PART = 64 << 20;
  private static final String END = "this is the last line\n";

  private static final String LOG = "application-logs/large.log";

  private LargeZip() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    long size = Long.parseLong(args[1]);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        StreamingZip zip = new StreamingZip(out, new ZipOptions(1, 2, Thread.NORM_PRIORITY))) {
      List<String> names = new ArrayList<>(List.of(LOG));
      try (EntryStream log = zip.entry(LOG, Instant.EPOCH, 0)) {
        log(log, Long.parseLong(args[2]));
      }
      out.flush();
      Random random = new Random(20261124);
      byte[] noise = new byte[1 << 20];
      for (int n = 1; Files.size(file) < size; n++) {
        try (EntryStream part = zip.entry("heap/part-" + n + ".bin", Instant.EPOCH, PART)) {
          for (int at = 0; at < PART; at += noise.length) {
            random.nextBytes(noise);
            part.write(noise);
          }
        }
        out.flush();
        names.add("heap/part-" + n + ".bin");
      }
      manifest(zip, names);
    }
  }

  /** What a change of the ZIP needs of it. */
  private static void manifest(StreamingZip zip, List<String> names) throws IOException {
    String entries =
        names.stream()
            .map(name -> "{\"name\":\"" + name + "\",\"state\":\"whole\"}")
            .collect(Collectors.joining(","));
    String facts =
        "\"format\":\"hearth-support-zip\",\"formatVersion\":1,\"madeBy\":{\"version\":\"1\"},"
            + "\"startedAt\":\"2026-03-01T12:00:00Z\",\"node\":\"node1\","
            + "\"product\":{\"name\":\"Jira\",\"version\":\"11.0.0\"},"
            + "\"redaction\":{\"supportCase\":false,\"replaced\":{}}";
    try (EntryStream manifest = zip.entry("manifest.json", Instant.EPOCH, 0)) {
      manifest.write(("{" + facts + ",\"entries\":[" + entries + "]}").getBytes(UTF_8));
    }
  }

  private static void log(OutputStream out, long bytes) throws IOException {
    Random random = new Random(7);
    String[] levels = {"INFO", "INFO", "INFO", "INFO", "DEBUG", "WARN", "ERROR"};
    for (long written = 0; written < bytes - END.length(); ) {
      StringBuilder text = new StringBuilder();
      for (int line = 0; line < 5000; line++) {
        text.append("2026-03-01 12:00:").append(random.nextInt(60)).append(" http-nio-8080-exec-");
        text.append(random.nextInt(200)).append(' ').append(levels[random.nextInt(levels.length)]);
        text.append(" [c.a.jira.web.Filter] user-").append(random.nextInt(90) + 10);
        text.append("3f9a1b2c took ").append(random.nextInt(9000)).append(" ms for request ");
        text.append(random.nextInt(1_000_000)).append('\n');
      }
      byte[] part = text.toString().getBytes(UTF_8);
      out.write(part);
      written += part.length;
    }
    out.write(END.getBytes(UTF_8));
  }
}
