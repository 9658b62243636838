package io.hearth.handover;

import java.util.Optional;

/**
 * How a file is handed over: whole or in parts for a portal that takes no larger ones, each as it
 * is or encrypted by itself.
 *
 * @param bytes of the whole file
 * @param each bytes of it in a part
 */
public record Parts(String file, long bytes, long each, Optional<Recipient> to) {

  /** What a command that joins them can name. */
  public static final int MOST = 99;

  public static final long SMALLEST = 1 << 20;
  public static final long LARGEST = 1L << 40;

  public static Parts whole(String file, long bytes, Optional<Recipient> to) {
    return new Parts(file, bytes, Math.max(1, bytes), to);
  }

  /**
   * @param limit how many bytes what is handed over may have, encrypted or not
   */
  public static Parts of(String file, long bytes, long limit, Optional<Recipient> to) {
    return new Parts(file, bytes, to.isPresent() ? Age.mostPlain(limit) : limit, to);
  }

  public long count() {
    return Math.max(1, (bytes + each - 1) / each);
  }

  public long from(int number) {
    return (number - 1) * each;
  }

  /** Of the file, before it is encrypted. */
  public long plain(int number) {
    return Math.min(each, bytes - from(number));
  }

  public long length(int number) {
    return to.isPresent() ? Age.length(plain(number)) : plain(number);
  }

  /** As it is once it is decrypted. */
  public String plainName(int number) {
    return count() == 1 ? file : String.format("%s.%03d", file, number);
  }

  public String name(int number) {
    return plainName(number) + (to.isPresent() ? ".age" : "");
  }
}
