package io.hearth.reports;

import io.hearth.reports.NotAPng.Why;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks the rows and keeps none: as many bytes as the header promises, each row with a filter
 * that there is. So what claims to be small cannot unpack to gigabytes elsewhere.
 */
final class PngPixels {

  private static final int LAST_FILTER = 4;

  private final Inflater inflater = new Inflater();
  private final byte[] buffer = new byte[1 << 16];
  private final int rowBytes;
  private final long expected;
  private long unpacked;

  PngPixels(PngHeader header) {
    this.rowBytes = header.rowBytes();
    this.expected = (long) rowBytes * header.height();
  }

  void read(byte[] from, int start, int length) throws NotAPng {
    inflater.setInput(from, start, length);
    try {
      for (int got = inflater.inflate(buffer); got > 0; got = inflater.inflate(buffer)) {
        checkFilters(got);
        unpacked += got;
        if (unpacked > expected) {
          throw broken("more rows than the header says");
        }
      }
    } catch (DataFormatException e) {
      throw broken("its pixels cannot be unpacked");
    }
  }

  private void checkFilters(int got) throws NotAPng {
    long row = (unpacked + rowBytes - 1) / rowBytes;
    for (long at = row * rowBytes - unpacked; at < got; at += rowBytes) {
      if (buffer[(int) at] < 0 || buffer[(int) at] > LAST_FILTER) {
        throw broken("a row has no filter");
      }
    }
  }

  void end() throws NotAPng {
    inflater.end();
    if (unpacked != expected) {
      throw broken(unpacked + " bytes of pixels instead of " + expected);
    }
  }

  private NotAPng broken(String detail) {
    inflater.end();
    return new NotAPng(Why.BROKEN, detail);
  }
}
