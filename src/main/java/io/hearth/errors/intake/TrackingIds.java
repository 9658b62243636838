package io.hearth.errors.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Anonymous ids: a hash of the session under a random salt that is kept in memory only and thrown
 * away at midnight. Sessions of one day can be counted; nobody can be followed, from one day to the
 * next or back to a session, not even by us.
 */
final class TrackingIds {

  private static final int SALT = 32;

  private final Clock clock;
  private final SecureRandom random;
  private LocalDate day = LocalDate.MIN;
  private byte[] salt = new byte[0];

  TrackingIds(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  long of(String session) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(saltOfToday());
      return ByteBuffer.wrap(digest.digest(session.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  synchronized boolean hasSalt() {
    return salt.length > 0;
  }

  /** From now on everybody is somebody else. */
  synchronized void forget() {
    salt = new byte[0];
    day = LocalDate.MIN;
  }

  synchronized LocalDate day() {
    return day;
  }

  private synchronized byte[] saltOfToday() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!today.equals(day)) {
      byte[] fresh = new byte[SALT];
      random.nextBytes(fresh);
      salt = fresh;
      day = today;
    }
    return salt;
  }
}
