package io.hearth.collectors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a channel from where it stands up to a fixed end, which a growing file passes. */
final class ChannelStream extends InputStream {

  private final SeekableByteChannel channel;
  private final long end;
  private boolean shrunk;

  ChannelStream(SeekableByteChannel channel, long end) {
    this.channel = channel;
    this.end = end;
  }

  /** Whether the file ended before the end that it had when it was opened. */
  boolean shrunk() {
    return shrunk;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    long left = end - channel.position();
    if (left <= 0) {
      return -1;
    }
    int count = channel.read(ByteBuffer.wrap(into, from, (int) Math.min(left, length)));
    if (count < 0) {
      shrunk = true;
    }
    return count;
  }

  /** Lets {@code GZIPInputStream} see that another member may follow. */
  @Override
  public int available() throws IOException {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, end - channel.position()));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
