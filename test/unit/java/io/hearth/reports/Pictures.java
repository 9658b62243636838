package io.hearth.reports;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Pictures as other programs write them, and as nobody should. */
public final class Pictures {

  private Pictures() {}

  public static byte[] png(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(width / 2, height / 2, Color.RED.getRGB());
    return written(image, "png");
  }

  static byte[] jpeg() {
    return written(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "jpeg");
  }

  private static byte[] written(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a chunk behind the header, which is 33 bytes with the signature. */
  static byte[] withChunk(byte[] png, String type, byte[] data) {
    return joined(
        Arrays.copyOf(png, 33), chunk(type, data), Arrays.copyOfRange(png, 33, png.length));
  }

  static byte[] chunk(String type, byte[] data) {
    try {
      byte[] content = joined(type.getBytes(StandardCharsets.US_ASCII), data);
      CRC32 crc = new CRC32();
      crc.update(content);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      DataOutputStream chunk = new DataOutputStream(out);
      chunk.writeInt(data.length);
      chunk.write(content);
      chunk.writeInt((int) crc.getValue());
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PNG of grey pixels, made by hand: what the header says and what is packed may differ. */
  static byte[] made(int width, int height, byte[] rows) {
    try {
      ByteArrayOutputStream header = new ByteArrayOutputStream();
      DataOutputStream fields = new DataOutputStream(header);
      fields.writeInt(width);
      fields.writeInt(height);
      fields.write(new byte[] {8, 0, 0, 0, 0});
      Deflater deflater = new Deflater(9);
      deflater.setInput(rows);
      deflater.finish();
      byte[] packed = new byte[rows.length / 2 + 1000];
      int length = deflater.deflate(packed);
      deflater.end();
      byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
      return joined(
          signature,
          chunk("IHDR", header.toByteArray()),
          chunk("IDAT", Arrays.copyOf(packed, length)),
          chunk("IEND", new byte[0]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
