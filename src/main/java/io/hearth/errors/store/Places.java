package io.hearth.errors.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where lines stand in a file. */
final class Places {

  private int[] pairs = new int[2];
  private int size;

  void add(int offset, String line) {
    add(offset, line.getBytes(StandardCharsets.UTF_8).length);
  }

  private void add(int offset, int length) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size * 2);
    }
    pairs[size++] = offset;
    pairs[size++] = length;
  }

  int size() {
    return size / 2;
  }

  String line(SeekableByteChannel file, int index) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(pairs[2 * index + 1]);
    file.position(pairs[2 * index]);
    while (bytes.hasRemaining() && file.read(bytes) >= 0) {
      continue;
    }
    return new String(bytes.array(), StandardCharsets.UTF_8);
  }
}
