package io.hearth.application;

import io.hearth.store.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Counts and digests the ZIP as it leaves. */
final class MeasuredOutput extends FilterOutputStream {

  private final MessageDigest digest = Sha256.begin();
  private final Progress progress;

  MeasuredOutput(OutputStream out, Progress progress) {
    super(out);
    this.progress = progress;
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
    return Sha256.of(digest);
  }
}
