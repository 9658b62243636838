package io.hearth.errors.store;

import io.hearth.errors.event.GroupId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The id of the group that counts an app's errors for which there is no room. */
final class OverflowId {

  private OverflowId() {}

  static GroupId of(String app) {
    try {
      byte[] name = ("no room: " + app).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(name);
      return new GroupId(HexFormat.of().formatHex(digest, 0, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
