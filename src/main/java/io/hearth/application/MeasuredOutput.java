package io.hearth.application;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests the ZIP as it leaves. */
final class MeasuredOutput extends FilterOutputStream {

  private final MessageDigest digest;
  private final Progress progress;

  MeasuredOutput(OutputStream out, Progress progress) {
    super(out);
    this.progress = progress;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    digest.update(bytes, from, length);
    progress.sent(length);
  }

  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
