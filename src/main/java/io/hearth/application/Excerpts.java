package io.hearth.application;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the few small entries that the overview quotes, as they went into the ZIP: after redaction.
 */
public final class Excerpts {

  /** In bytes, of each. */
  public static final int LONGEST = 256 * 1024;

  static final String HEALTH = "health/health.json";

  private static final Set<String> QUOTED =
      Set.of("product/product.json", HEALTH, ErrorSection.SUMMARY);

  private final Map<String, ByteArrayOutputStream> kept = new LinkedHashMap<>();

  /** Whether the overview quotes this entry. */
  private static boolean quoted(String name) {
    return QUOTED.contains(name);
  }

  /** The stream to write the entry to, which is {@code entry} itself when nothing is kept. */
  OutputStream beside(String name, OutputStream entry) {
    if (!quoted(name)) {
      return entry;
    }
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    kept.put(name, copy);
    return new FilterOutputStream(entry) {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        if (copy.size() + length <= LONGEST) {
          copy.write(bytes, from, length);
        }
      }
    };
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(kept.get(name)).map(copy -> copy.toString(StandardCharsets.UTF_8));
  }
}
