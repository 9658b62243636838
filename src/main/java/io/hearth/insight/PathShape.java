package io.hearth.insight;

import java.nio.charset.StandardCharsets;

/**
 * Turns the address of one thing into that of its kind: numbers become {@code {n}}, unless they
 * have one digit, like the version of an interface; keys of issues {@code {key}}, hashes and
 * whatever is too long {@code {id}}. So {@code /browse/OPS-12} and {@code /browse/WEB-7} are one
 * page. Used again for each line.
 */
final class PathShape {

  private static final int LONGEST = 200;
  private static final int LONGEST_PART = 40;
  private static final int SHORTEST_HASH = 8;
  private static final byte[] NUMBER = Line.word("{n}");
  private static final byte[] KEY = Line.word("{key}");
  private static final byte[] ID = Line.word("{id}");

  private final byte[] shape = new byte[LONGEST + LONGEST_PART];
  private final Hash hash = new Hash();
  private int length;

  void of(Line line, int from, int end) {
    length = 0;
    hash.clear();
    int at = from;
    while (at < end && length < LONGEST) {
      int b = line.at(at);
      if (part(b)) {
        int stop = at;
        while (stop < end && part(line.at(stop))) {
          stop++;
        }
        put(line, at, stop);
        at = stop;
      } else {
        put(b);
        at++;
      }
    }
  }

  long key() {
    return hash.value();
  }

  String text() {
    return new String(shape, 0, length, StandardCharsets.UTF_8);
  }

  private static boolean part(int b) {
    return b != '/' && b != ' ' && b != '.' && b != 0;
  }

  private void put(int b) {
    shape[length++] = (byte) b;
    hash.add(b);
  }

  private void put(byte[] word) {
    for (byte b : word) {
      put(b);
    }
  }

  private void put(Line line, int from, int end) {
    int digits = 0;
    int hex = 0;
    int capitals = 0;
    int hyphen = -1;
    for (int at = from; at < end; at++) {
      int b = line.at(at);
      boolean digit = b >= '0' && b <= '9';
      digits += digit ? 1 : 0;
      hex += digit || (b >= 'a' && b <= 'f') || (b >= 'A' && b <= 'F') || b == '-' ? 1 : 0;
      capitals += (b >= 'A' && b <= 'Z') || b == '_' ? 1 : 0;
      hyphen = b == '-' && hyphen < 0 ? at : hyphen;
    }
    int size = end - from;
    if (digits == size && size > 1) {
      put(NUMBER);
    } else if (hyphen > from && line.number(hyphen + 1, end) >= 0 && key(line, from, hyphen)) {
      put(KEY);
    } else if (size > LONGEST_PART
        || (size >= SHORTEST_HASH
            && digits > 0
            && (hex == size || mixed(digits, capitals, size)))) {
      put(ID);
    } else {
      for (int at = from; at < end; at++) {
        put(line.at(at));
      }
    }
  }

  /** Letters and digits without a plan, such as the fingerprint in the address of a resource. */
  private static boolean mixed(int digits, int capitals, int size) {
    return size >= 10 && digits > 1 && capitals > 1 && digits + capitals < size;
  }

  private static boolean key(Line line, int from, int end) {
    for (int at = from; at < end; at++) {
      int b = line.at(at);
      boolean allowed =
          (b >= 'A' && b <= 'Z') || (at > from && (b == '_' || (b >= '0' && b <= '9')));
      if (!allowed) {
        return false;
      }
    }
    return true;
  }
}
