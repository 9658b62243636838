package io.hearth.egress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Content on its way: counted as the connection takes it, and when it last did. */
final class Sent {

  private final Content content;
  private final Outgoing.Watch watch;
  private final AtomicLong bytes = new AtomicLong();
  private volatile long lastMoved = System.nanoTime();
  private volatile boolean failed;

  Sent(Content content, Outgoing.Watch watch) {
    this.content = content;
    this.watch = watch;
  }

  long length() {
    return content.length();
  }

  BodyPublisher publisher() {
    return BodyPublishers.ofInputStream(this::open);
  }

  /** For how long nothing has moved. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - lastMoved);
  }

  /** Whether the content itself could not be read. */
  boolean failed() {
    return failed;
  }

  private InputStream open() {
    try {
      // The client opens it once more when its first attempt to connect failed.
      bytes.set(0);
      return counted(content.open());
    } catch (IOException e) {
      failed = true;
      throw new UncheckedIOException(e);
    }
  }

  private InputStream counted(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int from, int most) throws IOException {
        try {
          int read = super.read(into, from, most);
          lastMoved = System.nanoTime();
          if (read > 0) {
            watch.sent().accept(bytes.addAndGet(read));
          }
          return read;
        } catch (IOException e) {
          failed = true;
          throw e;
        }
      }
    };
  }
}
