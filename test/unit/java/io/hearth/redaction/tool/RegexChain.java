package io.hearth.redaction.tool;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A peer to compare with, not part of the app: what redaction in most support tools is, a list of
 * {@code java.util.regex} patterns that pass over each line one after the other and mask what they
 * match. {@code RegexChain FROM TO} masks a tree of files; {@code RegexChain FROM} measures it.
 */
public final class RegexChain {
  private static final String MASK = "********";
  private static final int ROUNDS = 5;

  private record Mask(Pattern pattern, String by) {
    String on(String line) {
      return pattern.matcher(line).replaceAll(by);
    }
  }

  private static final List<Mask> CHAIN =
      List.of(
          value("((?:password|passwd|pwd|secret|token|api[_-]?key|credential)\\w*\\s*[=:]\\s*\"?)"),
          value("(<(?:[\\w.-]*(?:password|secret|token))>)"),
          value("(authorization:\\s*(?:basic|bearer)\\s+)"),
          value("((?:JSESSIONID|seraph\\.rememberme\\.cookie|atl\\.xsrf\\.token)=)"),
          value("(\\b(?:user|username|login|principal)\\s*[=:]\\s*\"?)"),
          mask("(?<=://)[^\\s/:@]+:[^\\s/@]+(?=@)"),
          mask("eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]*"),
          mask("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
          mask("\\bgh[pousr]_[A-Za-z0-9]{36,}\\b"),
          mask("\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
          mask("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
          mask("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"),
          mask("\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b"),
          mask("\\b(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}\\b"),
          mask("\\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\\b"),
          mask("(?<=/home/|/Users/)[\\w.-]+"),
          mask("\\bJIRAUSER\\d+\\b"),
          mask("\\b(?:\\d[ -]?){13,16}\\b"),
          mask("\\+\\d[\\d ()-]{7,}\\d"));

  private RegexChain() {}

  private static Mask mask(String pattern) {
    return new Mask(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), MASK);
  }

  private static Mask value(String before) {
    return new Mask(
        Pattern.compile(before + "[^\\s\"'<>;,&]+", Pattern.CASE_INSENSITIVE), "$1" + MASK);
  }

  public static void main(String[] args) throws IOException {
    List<Path> files = files(Path.of(args[0]));
    if (args.length > 1) {
      for (Path file : files) {
        Path to = Path.of(args[1]).resolve(Path.of(args[0]).relativize(file));
        Files.createDirectories(to.toAbsolutePath().getParent());
        Files.write(to, masked(Files.readAllBytes(file)).getBytes(StandardCharsets.ISO_8859_1));
      }
      return;
    }
    for (int round = 0; round < ROUNDS; round++) {
      measure(files);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(path -> !path.toString().endsWith(".gz"))
          .toList();
    }
  }

  private static void measure(List<Path> files) throws IOException {
    long bytes = 0;
    long nanos = 0;
    for (Path file : files) {
      byte[] text = Files.readAllBytes(file);
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      masked(text);
      nanos += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      bytes += text.length;
    }
    System.out.println(String.format(Locale.ROOT, "{\"rate\": %.2f}", bytes * 1e3 / nanos));
  }

  private static String masked(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    StringBuilder out = new StringBuilder(text.length());
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline + 1;
      String line = text.substring(start, end);
      for (Mask mask : CHAIN) {
        line = mask.on(line);
      }
      out.append(line);
      start = end;
    }
    return out.toString();
  }
}
