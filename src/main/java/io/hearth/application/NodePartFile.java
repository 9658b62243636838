package io.hearth.application;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.hearth.application.EntryResult.Missing;
import io.hearth.application.EntryResult.Written;
import io.hearth.application.Learning.Directory;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A {@link NodePart} as lines of JSON: what was learned, then each entry. What it sums up lies
 * beside.
 */
public final class NodePartFile {

  private static final Gson GSON = new Gson();
  private static final Pattern ITEM = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final int MOST_KINDS = 100;
  private static final int LONGEST = 10_000;

  /** Absent members are null, as the JSON library has it. */
  private record Head(
      long bytes, long files, boolean complete, Directory directory, long entries) {}

  private record Line(
      String name,
      String item,
      String source,
      long before,
      long after,
      long packed,
      String sha256,
      Map<String, Long> redactions,
      Map<String, Long> leaks,
      Reason reason) {}

  private NodePartFile() {}

  public static void write(NodePart part, OutputStream out) throws IOException {
    Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Learning learning = part.learning();
    Head head =
        new Head(
            learning.bytes(),
            learning.files(),
            learning.complete(),
            learning.directory().orElse(null),
            part.results().size());
    lines.write(GSON.toJson(head) + "\n");
    for (EntryResult result : part.results()) {
      lines.write(GSON.toJson(line(result)) + "\n");
    }
    lines.flush();
  }

  private static Line line(EntryResult result) {
    String source = result.source().orElse(null);
    if (result instanceof Written written) {
      return new Line(
          written.name(),
          written.item(),
          source,
          written.bytesBefore(),
          written.bytesAfter(),
          written.bytesPacked(),
          written.sha256(),
          written.redactions(),
          written.leaks(),
          written.cut().orElse(null));
    }
    Missing missing = (Missing) result;
    return new Line(
        missing.name(), missing.item(), source, 0, 0, 0, null, null, null, missing.reason());
  }

  /**
   * Trusts nothing of it.
   *
   * @param folder what each name must begin with
   */
  public static NodePart read(InputStream in, String folder) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    try {
      Head head = GSON.fromJson(lines.readLine(), Head.class);
      List<EntryResult> results = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        results.add(result(GSON.fromJson(line, Line.class), folder));
      }
      require(results.size() == head.entries() && head.bytes() >= 0 && head.files() >= 0);
      Learning learning =
          new Learning(
              head.bytes(), head.files(), head.complete(), Optional.ofNullable(head.directory()));
      return new NodePart(results, learning, Optional.empty(), Optional.empty());
    } catch (JsonParseException | NullPointerException e) {
      throw new IOException("what a node tells of its part is broken", e);
    }
  }

  private static EntryResult result(Line line, String folder) throws IOException {
    Optional<String> source = Optional.ofNullable(line.source());
    require(line.name().startsWith(folder) && line.name().length() <= LONGEST);
    require(ITEM.matcher(line.item()).matches());
    require(source.map(String::length).orElse(0) <= LONGEST);
    if (line.sha256() == null) {
      return new Missing(line.name(), line.item(), source, Optional.of(line.reason()).get());
    }
    require(SHA256.matcher(line.sha256()).matches());
    require(line.before() >= 0 && line.after() >= 0 && line.packed() >= 0);
    return new Written(
        line.name(),
        line.item(),
        source,
        line.before(),
        line.after(),
        line.packed(),
        line.sha256(),
        counts(line.redactions()),
        counts(line.leaks()),
        Optional.ofNullable(line.reason()));
  }

  private static Map<String, Long> counts(Map<String, Long> counts) throws IOException {
    require(counts.size() <= MOST_KINDS);
    require(counts.keySet().stream().allMatch(kind -> ITEM.matcher(kind).matches()));
    return Map.copyOf(counts);
  }

  private static void require(boolean holds) throws IOException {
    if (!holds) {
      throw new IOException("what a node tells of its part cannot be true");
    }
  }
}
