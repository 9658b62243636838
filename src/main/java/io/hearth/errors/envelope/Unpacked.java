package io.hearth.errors.envelope;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a body, unpacked up to a bound: what unpacks to more is read no further. What is
 * large asks for its turn, since some of those at once would be more memory than all else here.
 */
final class Unpacked {

  private static final int FIRST = 8 * 1024;
  private static final int LARGE = 64 * 1024;

  private Unpacked() {}

  /**
   * The body's bytes.
   *
   * @param encoding as in the header Content-Encoding
   * @param turn whether one that is large may be read now; asked once
   */
  static byte[] read(InputStream body, String encoding, int most, BooleanSupplier turn)
      throws IOException, MalformedEnvelope, NoTurn {
    try (InputStream in = decoded(body, encoding)) {
      byte[] bytes = new byte[FIRST];
      int length = 0;
      for (int count = in.read(bytes, 0, bytes.length); count >= 0; ) {
        length += count;
        if (length > most) {
          throw MalformedEnvelope.tooLarge(most);
        }
        if (length == bytes.length) {
          if (length == LARGE && !turn.getAsBoolean()) {
            throw new NoTurn();
          }
          bytes = Arrays.copyOf(bytes, Math.min(most + 1, length * 2));
        }
        count = in.read(bytes, length, bytes.length - length);
      }
      return Arrays.copyOf(bytes, length);
    } catch (ZipException | EOFException e) {
      throw MalformedEnvelope.at("body", "is not " + encoding);
    }
  }

  private static InputStream decoded(InputStream body, String encoding)
      throws IOException, MalformedEnvelope {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> body;
      case "gzip", "x-gzip" -> new GZIPInputStream(body, FIRST);
      case "deflate" -> new InflaterInputStream(body);
      default -> throw MalformedEnvelope.at("Content-Encoding", "is neither gzip nor deflate");
    };
  }
}
