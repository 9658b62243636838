package io.hearth.usage.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Tells the people of one day apart without knowing them: a number for each keyed hash, under a
 * random key that is in memory only and gone with the day. Nothing of it is ever written.
 */
final class People {

  /** More are not counted at all that day, which the documentation tells. */
  static final int MOST = 16_384;

  /** What one may add to a day: nobody weighs more, and noise knows what to hide. */
  static final int MOST_OF_ONE = 60;

  private static final int KEY_BYTES = 32;

  private final byte[] key = new byte[KEY_BYTES];
  private final Map<Long, Integer> numbers = new HashMap<>();
  private byte[] added = new byte[64];

  People(SecureRandom random) {
    random.nextBytes(key);
  }

  /** The number of somebody who may add one more; empty when that is enough for today. */
  OptionalInt mayAdd(String person) {
    long hash = hash(person);
    Integer known = numbers.get(hash);
    if (known == null && numbers.size() == MOST) {
      return OptionalInt.empty();
    }
    int number = known == null ? numbers.size() : known;
    if (known == null) {
      numbers.put(hash, number);
      added = number < added.length ? added : Arrays.copyOf(added, added.length * 2);
    }
    return added[number] < MOST_OF_ONE ? OptionalInt.of(number) : OptionalInt.empty();
  }

  int size() {
    return numbers.size();
  }

  void added(int number) {
    added[number]++;
  }

  private long hash(String person) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(key);
      return ByteBuffer.wrap(digest.digest(person.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
