package io.hearth.handover;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;

/** The age format, version 1, for one X25519 recipient: chunk after chunk, in constant memory. */
public final class Age {

  /** The lines of the header and the nonce of the payload; with one recipient always as long. */
  static final long HEAD = 22 + 54 + 44 + 48 + 16;

  static final long CHUNK = 64 * 1024;
  static final long TAG = 16;

  private Age() {}

  /** How long a file of so many bytes is once it is encrypted. */
  public static long length(long plain) {
    return HEAD + plain + TAG * Math.max(1, (plain + CHUNK - 1) / CHUNK);
  }

  /** How much fits into an encrypted file of so many bytes. */
  public static long mostPlain(long length) {
    long payload = Math.max(0, length - HEAD);
    long rest = payload % (CHUNK + TAG);
    return payload / (CHUNK + TAG) * CHUNK + Math.max(0, rest - TAG);
  }

  /**
   * Encrypts a part of a file. When it fails half-way the end that makes the result whole is not
   * written, so nobody takes it for the file.
   */
  public static void encrypt(
      FileChannel file, long from, long length, Recipient to, OutputStream out) throws IOException {
    try {
      WritableByteChannel encrypting = to.into(Channels.newChannel(out));
      ByteBuffer block = ByteBuffer.allocate((int) CHUNK);
      for (long at = from; at < from + length; at += block.limit()) {
        block.clear().limit((int) Math.min(CHUNK, from + length - at));
        int count = file.read(block, at);
        if (count < 0) {
          throw new IOException("a stored Support ZIP is shorter than it was");
        }
        block.flip();
        while (block.hasRemaining()) {
          encrypting.write(block);
        }
      }
      encrypting.close();
    } catch (GeneralSecurityException e) {
      throw new IOException("encrypting", e);
    }
  }
}
