package io.hearth.errors.store;

import java.io.IOException;
import java.nio.file.Path;

/** A Java process of its own, with the classes of this one. */
final class Child {

  private Child() {}

  static Process start(String heap, Class<?> program, Path folder, String argument)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            heap,
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName(),
            folder.toString(),
            argument)
        .redirectErrorStream(true)
        .start();
  }
}
