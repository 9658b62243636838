package io.hearth.redaction.tool;

import io.hearth.redaction.PseudonymKey;
import io.hearth.redaction.RedactedEntry;
import io.hearth.redaction.RedactionSession;
import io.hearth.redaction.RedactionSettings;
import io.hearth.redaction.Redactor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Measures learning and redaction on one core: {@code RedactionBench DIR NAMES ROUNDS} reads the
 * files below a folder into memory, learns them and NAMES made-up users, and redacts them.
 */
public final class RedactionBench {
  private static final int BLOCK = 64 * 1024;

  private RedactionBench() {}

  public static void main(String[] args) throws IOException {
    Map<String, byte[]> files = read(Path.of(args[0]));
    int names = Integer.parseInt(args[1]);
    double megabytes = files.values().stream().mapToLong(b -> b.length).sum() / 1e6;
    for (int round = 0; round < Integer.parseInt(args[2]); round++) {
      RedactionSession session =
          new RedactionSession(RedactionSettings.standard(), PseudonymKey.random());
      addUsers(session, names);
      long start = cpu();
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        session.learn(file.getKey(), new ByteArrayInputStream(file.getValue()));
      }
      long learned = cpu();
      Redactor redactor = session.redactor();
      long built = cpu();
      long found = 0;
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        found += redact(redactor, file.getKey(), file.getValue());
      }
      long done = cpu();
      System.out.printf(
          "%.0f MB, %d known: learn %.0f MB/s, table %.0f ms, redact %.0f MB/s, %d replaced%n",
          megabytes,
          session.vocabulary().size(),
          megabytes * 1e9 / (learned - start),
          (built - learned) / 1e6,
          megabytes * 1e9 / (done - built),
          found);
    }
  }

  /** Processor time of this thread: other work on the machine does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long redact(Redactor redactor, String name, byte[] text) throws IOException {
    RedactedEntry entry = redactor.open(name, OutputStream.nullOutputStream());
    for (int at = 0; at < text.length; at += BLOCK) {
      entry.write(text, at, Math.min(BLOCK, text.length - at));
    }
    entry.close();
    return entry.counts().values().stream().mapToLong(Long::longValue).sum();
  }

  private static void addUsers(RedactionSession session, int count) {
    Random random = new Random(7);
    String[] syllables = "ba de fi go ku la me ni po ra so tu va wi xe zo".split(" ");
    for (int i = 0; i < count; i++) {
      StringBuilder name = new StringBuilder();
      for (int part = 0; part < 6; part++) {
        name.append(syllables[random.nextInt(syllables.length)]).append(part == 2 ? "." : "");
      }
      session.vocabulary().user(name.toString());
    }
  }

  private static Map<String, byte[]> read(Path folder) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path path : paths) {
      if (!path.toString().endsWith(".gz")) {
        files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }
}
