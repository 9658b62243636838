package io.hearth.redaction.tool;

import io.hearth.redaction.PseudonymKey;
import io.hearth.redaction.RedactedEntry;
import io.hearth.redaction.RedactionSession;
import io.hearth.redaction.RedactionSettings;
import io.hearth.redaction.Redactor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Measures learning and redaction on one core, by processor time of one thread. Each line that it
 * prints is a JSON object.
 *
 * <ul>
 *   <li>{@code speed DIR logs|config NAMES ROUNDS}: reads the files below a folder into memory,
 *       learns them and NAMES made-up users, and redacts them; the first round runs cold code.
 *   <li>{@code names DIR FEW MANY ROUNDS}: redacts with few and with many known names in turn.
 *   <li>{@code stream DIR BYTES}: learns and redacts the files again and again as one entry of so
 *       many bytes, which no heap holds.
 * </ul>
 */
public final class RedactionBench {
  private static final int BLOCK = 64 * 1024;

  private RedactionBench() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[1]);
    switch (args[0]) {
      case "speed" -> speed(folder, args[2], Integer.parseInt(args[3]), Integer.parseInt(args[4]));
      case "names" -> names(folder, List.of(args[2], args[3]), Integer.parseInt(args[4]));
      case "stream" -> stream(folder, Long.parseLong(args[2]));
      default -> throw new IllegalArgumentException("no measurement " + args[0]);
    }
  }

  private static void speed(Path folder, String part, int names, int rounds) throws IOException {
    BenchFiles files = BenchFiles.read(folder, part);
    for (int round = 0; round < rounds; round++) {
      RedactionSession session = session(names);
      long start = cpu();
      for (BenchFiles.One file : files.all()) {
        session.learn(file.name(), new ByteArrayInputStream(file.text()));
      }
      long learned = cpu();
      Redactor redactor = session.redactor();
      long built = cpu();
      long found = redact(redactor, files);
      say(
          "{\"megabytes\": %.1f, \"known\": %d, \"learn\": %.1f, \"table\": %.1f,"
              + " \"redact\": %.1f, \"replaced\": %d}",
          files.megabytes(),
          session.vocabulary().size(),
          files.megabytes() * 1e9 / (learned - start),
          (built - learned) / 1e6,
          files.megabytes() * 1e9 / (cpu() - built),
          found);
    }
  }

  private static void names(Path folder, List<String> counts, int rounds) throws IOException {
    BenchFiles files = BenchFiles.read(folder, "logs");
    List<Redactor> redactors =
        counts.stream().map(count -> session(Integer.parseInt(count)).redactor()).toList();
    for (int round = 0; round < rounds; round++) {
      for (int turn = 0; turn < counts.size(); turn++) {
        int which = round % 2 == 0 ? turn : counts.size() - 1 - turn;
        long start = cpu();
        long found = redact(redactors.get(which), files);
        double rate = files.megabytes() * 1e9 / (cpu() - start);
        say(
            "{\"names\": %s, \"round\": %d, \"redact\": %.1f, \"replaced\": %d}",
            counts.get(which), round, rate, found);
      }
    }
  }

  private static void stream(Path folder, long bytes) throws IOException {
    List<Path> files = BenchFiles.paths(folder, "logs");
    RedactionSession session = session(0);
    long start = cpu();
    try (InputStream text = new RepeatedFiles(files, bytes)) {
      session.learn("long.log", text);
    }
    long learned = cpu();
    try (InputStream text = new RepeatedFiles(files, bytes);
        RedactedEntry entry =
            session.redactor().open("long.log", OutputStream.nullOutputStream())) {
      text.transferTo(entry);
    }
    say(
        "{\"megabytes\": %.1f, \"learn\": %.1f, \"redact\": %.1f}",
        bytes / 1e6, bytes * 1e3 / (learned - start), bytes * 1e3 / (cpu() - learned));
  }

  private static long redact(Redactor redactor, BenchFiles files) throws IOException {
    long found = 0;
    for (BenchFiles.One file : files.all()) {
      RedactedEntry entry = redactor.open(file.name(), OutputStream.nullOutputStream());
      byte[] text = file.text();
      for (int at = 0; at < text.length; at += BLOCK) {
        entry.write(text, at, Math.min(BLOCK, text.length - at));
      }
      entry.close();
      found += entry.counts().values().stream().mapToLong(Long::longValue).sum();
    }
    return found;
  }

  /** Processor time of this thread: other work on the machine does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static RedactionSession session(int madeUpNames) {
    RedactionSession session =
        new RedactionSession(RedactionSettings.standard(), PseudonymKey.random());
    Random random = new Random(7);
    String[] syllables = "ba de fi go ku la me ni po ra so tu va wi xe zo".split(" ");
    for (int i = 0; i < madeUpNames; i++) {
      StringBuilder name = new StringBuilder();
      for (int part = 0; part < 6; part++) {
        name.append(syllables[random.nextInt(syllables.length)]).append(part == 2 ? "." : "");
      }
      session.vocabulary().user(name.toString());
    }
    return session;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
