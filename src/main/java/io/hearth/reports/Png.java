package io.hearth.reports;

import io.hearth.reports.NotAPng.Why;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A picture that was read to its last pixel and holds nothing but pixels: texts, places, times and
 * whatever follows its end are left out. Only the format that the dialog's canvas writes is taken,
 * so that one small reader of ours stands before those of browsers and mail clients.
 */
public record Png(byte[] bytes, int width, int height) {

  public static final int MOST_BYTES = 5 << 20;
  static final int MOST_SIDE = 16_384;

  /** A screen of 8K has 33 million. */
  static final long MOST_PIXELS = 36_000_000;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  /** Length, type and checksum of a chunk. */
  private static final int FRAME = 12;

  public static Png read(byte[] given) throws NotAPng {
    if (given.length > MOST_BYTES) {
      throw new NotAPng(Why.TOO_LARGE, given.length + " bytes, limit " + MOST_BYTES);
    }
    if (!Arrays.equals(given, 0, Math.min(8, given.length), SIGNATURE, 0, 8)) {
      throw new NotAPng(Why.NO_PNG, "no signature");
    }
    ByteArrayOutputStream clean = new ByteArrayOutputStream(given.length);
    clean.writeBytes(SIGNATURE);
    PngHeader header = header(given);
    PngPixels pixels = new PngPixels(header);
    int at = SIGNATURE.length;
    String type = "";
    while (!type.equals("IEND")) {
      int length = length(given, at);
      type = type(given, at);
      checkSum(given, at, length);
      if (KEPT.contains(type)) {
        clean.write(given, at, length + FRAME);
      } else if (Character.isUpperCase(type.charAt(0))) {
        throw new NotAPng(Why.BROKEN, "unknown critical chunk " + type);
      }
      if (type.equals("IDAT")) {
        pixels.read(given, at + 8, length);
      }
      at += length + FRAME;
    }
    pixels.end();
    return new Png(clean.toByteArray(), header.width(), header.height());
  }

  private static PngHeader header(byte[] given) throws NotAPng {
    if (length(given, SIGNATURE.length) != PngHeader.LENGTH
        || !type(given, SIGNATURE.length).equals("IHDR")) {
      throw new NotAPng(Why.BROKEN, "no header");
    }
    return PngHeader.read(ByteBuffer.wrap(given, SIGNATURE.length + 8, PngHeader.LENGTH));
  }

  /** Of the chunk's data, all of which is there. */
  private static int length(byte[] given, int at) throws NotAPng {
    int room = given.length - at - FRAME;
    int length = room < 0 ? -1 : ByteBuffer.wrap(given).getInt(at);
    if (length < 0 || length > room) {
      throw new NotAPng(Why.BROKEN, "the chunk at " + at + " does not fit");
    }
    return length;
  }

  private static String type(byte[] given, int at) throws NotAPng {
    String type = new String(given, at + 4, 4, StandardCharsets.ISO_8859_1);
    if (!type.matches("[A-Za-z]{4}")) {
      throw new NotAPng(Why.BROKEN, "the chunk at " + at + " has no type");
    }
    return type;
  }

  private static void checkSum(byte[] given, int at, int length) throws NotAPng {
    CRC32 crc = new CRC32();
    crc.update(given, at + 4, length + 4);
    if ((int) crc.getValue() != ByteBuffer.wrap(given).getInt(at + 8 + length)) {
      throw new NotAPng(Why.BROKEN, "the chunk at " + at + " is damaged");
    }
  }
}
