package io.hearth.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checksums as 64 lower-case hexadecimal digits. */
public final class Sha256 {

  private static final int BLOCK = 1 << 16;

  private Sha256() {}

  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Of what the digest was given up to now; afterwards it begins anew. */
  public static String of(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  public static String of(String text) {
    MessageDigest digest = begin();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return of(digest);
  }

  /** Of a file that is there. A link is not followed. */
  public static String of(Path file) throws IOException {
    MessageDigest digest = begin();
    try (var in =
        new DigestInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), digest)) {
      byte[] block = new byte[BLOCK];
      while (in.read(block) >= 0) {
        continue;
      }
    }
    return of(digest);
  }
}
