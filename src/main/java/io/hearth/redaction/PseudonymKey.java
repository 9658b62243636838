package io.hearth.redaction;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secret behind all pseudonyms of a ZIP. Without it pseudonyms cannot be traced back, nor can
 * those of two ZIPs be linked; so it is never stored with a ZIP.
 */
public final class PseudonymKey {
  private static final int BYTES = 32;

  private final byte[] secret;

  private PseudonymKey(byte[] secret) {
    this.secret = secret;
  }

  /** A new key for one ZIP. */
  public static PseudonymKey random() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return new PseudonymKey(secret);
  }

  /** The key of a support case, as {@link #text()} gave it. */
  public static PseudonymKey of(String text) {
    byte[] secret = HexFormat.of().parseHex(text);
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("a key has 64 hex digits, this one " + text.length());
    }
    return new PseudonymKey(secret);
  }

  /** For the settings of the product, where a support case keeps its key until it is closed. */
  public String text() {
    return HexFormat.of().formatHex(secret);
  }

  @Override
  public String toString() {
    return "PseudonymKey[not shown]";
  }

  /** One independent function per purpose: equal texts of two purposes get unrelated values. */
  SipHash derive(String purpose) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(secret);
      byte[] derived = digest.digest(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return new SipHash(word(derived, 0), word(derived, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static long word(byte[] bytes, int from) {
    long word = 0;
    for (int i = 0; i < 8; i++) {
      word = word << 8 | (bytes[from + i] & 0xff);
    }
    return word;
  }
}
