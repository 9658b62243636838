package io.hearth.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * UTF-16 on its way through an engine that reads bytes: with a byte order mark in front, text is
 * turned into UTF-8 and back again. Lone surrogates pass as three bytes each (WTF-8), so that
 * broken text comes out as it went in. All other encodings are supersets of ASCII and pass as they
 * are.
 */
final class Encoding {
  private Encoding() {}

  private enum Order {
    UNKNOWN,
    BYTES,
    LITTLE,
    BIG
  }

  /** Stands before and behind the engine: tells the encoding, decodes, encodes. */
  static final class Gate {
    private static final int READ = 64 * 1024;

    private final OutputStream out;
    private final byte[] block = new byte[8192];
    private int filled;
    private Optional<Lines> engine = Optional.empty();
    private Order order = Order.UNKNOWN;
    private int half = -1;
    private int high;

    // Of the engine's output: the code point that is being put together.
    private int code;
    private int missing;
    private int length;

    Gate(OutputStream out) {
      this.out = out;
    }

    /** Sets the engine, which writes to {@link #output}. */
    void into(Lines.Consumer consumer) {
      engine = Optional.of(new Lines(consumer));
    }

    private Lines lines() {
      return engine.orElseThrow();
    }

    /** Passes a whole text on. */
    void readAll(InputStream text) throws IOException {
      byte[] read = new byte[READ];
      for (int count = text.read(read); count >= 0; count = text.read(read)) {
        write(read, 0, count);
      }
      finish();
    }

    void write(byte[] bytes, int from, int count) throws IOException {
      int p = from;
      int end = from + count;
      while (order == Order.UNKNOWN && p < end) {
        p = mark(bytes, p);
      }
      if (order == Order.BYTES) {
        lines().write(bytes, p, end - p);
        return;
      }
      for (; p < end; p++) {
        if (half < 0) {
          half = bytes[p] & 0xff;
        } else {
          int other = bytes[p] & 0xff;
          unit(order == Order.LITTLE ? other << 8 | half : half << 8 | other);
          half = -1;
        }
      }
    }

    /** Takes the first two bytes; a mark is passed on, anything else goes to the engine. */
    private int mark(byte[] bytes, int p) throws IOException {
      int b = bytes[p] & 0xff;
      if (half < 0) {
        half = b;
        if (b != 0xfe && b != 0xff) {
          order = Order.BYTES;
          lines().write(new byte[] {(byte) half}, 0, 1);
        }
        return p + 1;
      }
      if (half == 0xff && b == 0xfe || half == 0xfe && b == 0xff) {
        order = half == 0xff ? Order.LITTLE : Order.BIG;
        out.write(half);
        out.write(b);
        half = -1;
        return p + 1;
      }
      order = Order.BYTES;
      lines().write(new byte[] {(byte) half}, 0, 1);
      return p;
    }

    private void unit(int unit) throws IOException {
      if (high != 0 && unit >= 0xdc00 && unit < 0xe000) {
        put(Character.toCodePoint((char) high, (char) unit));
        high = 0;
        return;
      }
      loneHigh();
      if (unit >= 0xd800 && unit < 0xdc00) {
        high = unit;
      } else {
        put(unit);
      }
    }

    private void loneHigh() throws IOException {
      if (high != 0) {
        put(high);
        high = 0;
      }
    }

    private void put(int c) throws IOException {
      if (filled + 4 > block.length) {
        flush();
      }
      if (c < 0x80) {
        block[filled++] = (byte) c;
        return;
      }
      int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
      int lead = more == 1 ? 0xc0 : more == 2 ? 0xe0 : 0xf0;
      block[filled++] = (byte) (lead | c >> 6 * more);
      for (int shift = 6 * (more - 1); shift >= 0; shift -= 6) {
        block[filled++] = (byte) (0x80 | c >> shift & 63);
      }
    }

    private void flush() throws IOException {
      lines().write(block, 0, filled);
      filled = 0;
    }

    void finish() throws IOException {
      if (order == Order.UNKNOWN && half >= 0) {
        order = Order.BYTES;
        lines().write(new byte[] {(byte) half}, 0, 1);
      }
      if (order == Order.LITTLE || order == Order.BIG) {
        loneHigh();
        flush();
      }
      lines().finish();
      if (order != Order.BYTES && half >= 0) {
        out.write(half);
      }
    }

    /** Where the engine writes to. */
    OutputStream output() {
      return new Encoder();
    }

    private final class Encoder extends OutputStream {
      private final byte[] units = new byte[8192];

      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        if (order == Order.BYTES) {
          out.write(bytes, from, count);
          return;
        }
        for (int p = from; p < from + count; p++) {
          take(bytes[p] & 0xff);
        }
        out.write(units, 0, length);
        length = 0;
      }

      private void take(int b) throws IOException {
        if (missing > 0) {
          code = code << 6 | b & 63;
          missing--;
        } else {
          missing = b < 0xc0 ? 0 : b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
          code = missing == 0 ? b : b & 0x3f >> missing;
        }
        if (missing > 0) {
          return;
        }
        if (code >= 0x10000) {
          put(Character.highSurrogate(code));
          put(Character.lowSurrogate(code));
        } else {
          put(code);
        }
      }

      private void put(int unit) throws IOException {
        if (length + 2 > units.length) {
          out.write(units, 0, length);
          length = 0;
        }
        units[length++] = (byte) (order == Order.LITTLE ? unit : unit >> 8);
        units[length++] = (byte) (order == Order.LITTLE ? unit >> 8 : unit);
      }
    }
  }
}
