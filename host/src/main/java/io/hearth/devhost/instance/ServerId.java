package io.hearth.devhost.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;

/** The id that a licence is bound to, such as {@code B3QQ-7W1X-0ZTE-9KJ1}: made once. */
final class ServerId {
  private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  private ServerId() {}

  static String keptIn(Path database) throws IOException {
    Path file = database.resolve("server-id.txt");
    if (!Files.exists(file)) {
      Files.writeString(file, made(new SecureRandom()));
    }
    return Files.readString(file);
  }

  private static String made(Random random) {
    StringBuilder id = new StringBuilder("B");
    for (int i = 1; i < 16; i++) {
      id.append(i % 4 == 0 ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return id.toString();
  }
}
