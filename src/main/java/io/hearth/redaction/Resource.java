package io.hearth.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lists that the rules work with, from the JAR. */
final class Resource {
  private Resource() {}

  /** The lines of a list; empty lines and comments are left out. */
  static List<String> lines(String name) {
    try (InputStream in = Resource.class.getResourceAsStream("/redaction/" + name)) {
      if (in == null) {
        throw new IllegalStateException("not in the JAR: redaction/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
