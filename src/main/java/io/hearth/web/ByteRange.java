package io.hearth.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a request asks for (RFC 9110, 14). One range at a time: a list of them
 * would have to be answered in parts of a format that nobody who resumes a download asks for.
 */
record ByteRange(long from, long length) {

  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * Empty when the whole is asked for, as by a header that is not understood.
   *
   * @throws Refusal when the file has no such bytes
   */
  static Optional<ByteRange> of(String header, long size) throws Refusal {
    if (!header.startsWith("bytes=")) {
      return Optional.empty();
    }
    Matcher parts = ONE.matcher(header.replace(" ", ""));
    if (!parts.matches() || (parts.group(1).isEmpty() && parts.group(2).isEmpty())) {
      throw new Refusal(Problem.outOfRange(size));
    }
    long from =
        parts.group(1).isEmpty()
            ? Math.max(0, size - Long.parseLong(parts.group(2)))
            : Long.parseLong(parts.group(1));
    long last =
        parts.group(1).isEmpty() || parts.group(2).isEmpty()
            ? size - 1
            : Math.min(size - 1, Long.parseLong(parts.group(2)));
    if (from >= size || from > last) {
      throw new Refusal(Problem.outOfRange(size));
    }
    return Optional.of(new ByteRange(from, last - from + 1));
  }

  boolean isWhole(long size) {
    return length == size;
  }

  /** As {@code Content-Range} names it. */
  String of(long size) {
    return "bytes " + from + "-" + (from + length - 1) + "/" + size;
  }
}
