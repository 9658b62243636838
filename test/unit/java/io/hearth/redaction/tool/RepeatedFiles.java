package io.hearth.redaction.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Some files again and again, so that five gigabytes need not lie on a disk. */
final class RepeatedFiles extends InputStream {
  private final List<Path> files;
  private long left;
  private int next;
  private InputStream file = InputStream.nullInputStream();

  RepeatedFiles(List<Path> files, long bytes) {
    this.files = files;
    left = bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int wanted = (int) Math.min(length, left);
    int count = file.read(bytes, from, wanted);
    while (count < 0) {
      file.close();
      file = Files.newInputStream(files.get(next));
      next = (next + 1) % files.size();
      count = file.read(bytes, from, wanted);
    }
    left -= count;
    return count;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
