package io.hearth.errors.base;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lists in the JAR's folder {@code errors}, which the rules work with. */
public final class ListFile {

  private ListFile() {}

  /** The lines as they stand; empty lines and comments are left out. */
  public static List<String> lines(String name) {
    try (InputStream in = ListFile.class.getResourceAsStream("/errors/" + name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading errors/" + name, e);
    }
  }
}
