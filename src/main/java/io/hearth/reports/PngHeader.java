package io.hearth.reports;

import io.hearth.reports.NotAPng.Why;
import java.nio.ByteBuffer;

/**
 * The header chunk (PNG, third edition, 11.2.1).
 *
 * @param bitsPerPixel over all its samples
 */
record PngHeader(int width, int height, int bitsPerPixel) {

  static final int LENGTH = 13;

  static PngHeader read(ByteBuffer chunk) throws NotAPng {
    int width = chunk.getInt();
    int height = chunk.getInt();
    int depth = chunk.get();
    int samples = samples(chunk.get());
    boolean plain = chunk.get() == 0 && chunk.get() == 0;
    boolean interlaced = chunk.get() != 0;
    if (width <= 0 || height <= 0 || samples == 0 || !plain || interlaced || !isDepth(depth)) {
      throw new NotAPng(Why.BROKEN, "a header that no canvas writes");
    }
    if (width > Png.MOST_SIDE
        || height > Png.MOST_SIDE
        || (long) width * height > Png.MOST_PIXELS) {
      throw new NotAPng(Why.TOO_MANY_PIXELS, width + " x " + height);
    }
    return new PngHeader(width, height, depth * samples);
  }

  /** 0 for a type that there is not. */
  private static int samples(int colourType) {
    return switch (colourType) {
      case 0, 3 -> 1;
      case 2 -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default -> 0;
    };
  }

  private static boolean isDepth(int depth) {
    return depth >= 1 && depth <= 16 && Integer.bitCount(depth) == 1;
  }

  /** Of a row with the byte in front that names its filter. */
  int rowBytes() {
    return (int) (((long) width * bitsPerPixel + 7) / 8) + 1;
  }
}
