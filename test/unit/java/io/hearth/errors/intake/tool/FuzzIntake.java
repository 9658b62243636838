package io.hearth.errors.intake.tool;

import com.google.gson.JsonParser;
import io.hearth.errors.intake.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * {@code npm run fuzz:ingest}: posts envelopes that are nearly right. Whatever is in one, the
 * answer is one of the protocol's and comes soon; what is stored afterwards is well formed and as
 * bounded as ever; and memory stays flat.
 */
public final class FuzzIntake {

  private static final Set<Integer> ANSWERS = Set.of(200, 400, 413);
  private static final long LONGEST_NANOS = 2_000_000_000L;
  private static final int LOOK_EVERY = 50_000;

  private FuzzIntake() {}

  public static void main(String[] args) throws IOException {
    int envelopes = Integer.parseInt(args[0]);
    long seed = Long.parseLong(args[1]);
    Path work = Files.createTempDirectory("hearth-fuzz-ingest");
    System.out.println(envelopes + " envelopes, seed " + seed + ", below " + work);
    System.out.println("answers: " + run(work, envelopes, seed));
  }

  /**
   * How often each answer came.
   *
   * @throws IllegalStateException when anything is not as it should be
   */
  public static Map<Integer, Integer> run(Path work, int envelopes, long seed) throws IOException {
    FuzzEnvelopes made = new FuzzEnvelopes(seed);
    Map<Integer, Integer> answers = new TreeMap<>();
    long stored;
    try (BenchIntake intake = new BenchIntake(work)) {
      for (int n = 0; n < envelopes; n++) {
        answers.merge(answer(intake, made.next(), seed, n), 1, Integer::sum);
        if (n % LOOK_EVERY == LOOK_EVERY - 1) {
          tellMemory(n + 1);
        }
      }
      stored = intake.archive().view().groups().stream().mapToLong(group -> group.total()).sum();
      intake.archive().view().groups().forEach(group -> intake.archive().samples(group.id()));
    }
    if (stored == 0) {
      throw new IllegalStateException("nothing was ever taken: the envelopes are too broken");
    }
    wellFormed(work);
    return answers;
  }

  private static int answer(BenchIntake intake, FuzzEnvelopes.Made made, long seed, int n) {
    long start = System.nanoTime();
    Reply reply;
    try {
      reply = intake.take(made.body(), made.encoding(), "session " + n, "agent " + n % 7);
      while (reply.status() == 429) {
        LockSupport.parkNanos(1_000_000);
        reply = intake.take(made.body(), made.encoding(), "session " + n, "agent");
      }
    } catch (RuntimeException | StackOverflowError e) {
      throw new IllegalStateException("seed " + seed + ", envelope " + n, e);
    }
    if (!ANSWERS.contains(reply.status()) || System.nanoTime() - start > LONGEST_NANOS) {
      throw new IllegalStateException(
          "seed " + seed + ", envelope " + n + ": " + reply.status() + " " + reply.detail());
    }
    return reply.status();
  }

  private static void tellMemory(int done) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    System.out.println(done + " envelopes: " + used + " MiB in use");
  }

  /** Every line of every file of the store is JSON. */
  private static void wellFormed(Path work) throws IOException {
    try (Stream<Path> files = Files.walk(work)) {
      Optional<String> broken =
          files
              .filter(Files::isRegularFile)
              .flatMap(FuzzIntake::lines)
              .filter(line -> !isJson(line))
              .findFirst();
      if (broken.isPresent()) {
        throw new IllegalStateException("stored, but no JSON: " + broken.get());
      }
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new IllegalStateException(file + " is no UTF-8", e);
    }
  }

  private static boolean isJson(String line) {
    try {
      JsonParser.parseString(line);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }
}
