package io.hearth.collectors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Counts what is read of a file. */
final class CountingChannel implements SeekableByteChannel {

  private final SeekableByteChannel file;
  private long read;

  CountingChannel(SeekableByteChannel file) {
    this.file = file;
  }

  long read() {
    return read;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int count = file.read(into);
    read += Math.max(0, count);
    return count;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    return file.write(from);
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  public SeekableByteChannel position(long place) throws IOException {
    file.position(place);
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    file.truncate(size);
    return this;
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
