package io.hearth.redaction.tool;

import io.hearth.redaction.tool.FuzzInputs.Input;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code FuzzRedaction MINUTES SEED}: random inputs until the time is over, then hostile ones once.
 * Prints every kind of failure with the least text that shows it; exits with 1 if there was one.
 */
public final class FuzzRedaction {
  private static final int SHOWN = 4;

  private final Map<String, Integer> failures = new TreeMap<>();
  private final long seed;
  private long cases;
  private long bytes;
  private long mostHeap;

  public FuzzRedaction(long seed) {
    this.seed = seed;
  }

  public static void main(String[] args) throws java.io.IOException {
    long end = System.nanoTime() + (long) (Double.parseDouble(args[0]) * 60e9);
    long seed = Long.parseLong(args[1]);
    System.out.println("seed " + seed);
    FuzzRedaction fuzz = new FuzzRedaction(seed);
    while (System.nanoTime() < end) {
      fuzz.run(200);
      fuzz.measureHeap();
    }
    System.out.printf(
        "%d texts, %.1f MB, %d failed, at most %.1f MB used after a collection%n",
        fuzz.cases, fuzz.bytes / 1e6, fuzz.failed(), fuzz.mostHeap / 1e6);
    boolean linear = new FuzzLong(System.out).run();
    System.exit(linear && fuzz.failed() == 0 ? 0 : 1);
  }

  /** Runs so many more cases; each has a seed of its own, which a failure prints. */
  public void run(int more) {
    for (int i = 0; i < more; i++) {
      long one = seed * 1_000_003 + cases++;
      Input input = new FuzzInputs(one).next();
      bytes += input.text().length;
      new FuzzChecks(one).broken(input).ifPresent(what -> failed(one, input, what));
    }
  }

  /** How many cases failed, by what does not hold. */
  public Map<String, Integer> failures() {
    return Map.copyOf(failures);
  }

  private int failed() {
    return failures.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void failed(long one, Input input, String what) {
    if (failures.merge(what, 1, Integer::sum) > SHOWN) {
      return;
    }
    FuzzChecks checks = new FuzzChecks(one);
    String text = new String(checks.least(input).text(), StandardCharsets.ISO_8859_1);
    System.out.printf("%s (case %d): %s%n", what, one, shown(text));
  }

  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    for (char c : text.substring(0, Math.min(text.length(), 600)).toCharArray()) {
      shown.append(c >= ' ' && c < 127 ? String.valueOf(c) : String.format("\\x%02x", (int) c));
    }
    return shown.toString();
  }

  private void measureHeap() {
    System.gc();
    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    mostHeap = Math.max(mostHeap, used);
  }
}
