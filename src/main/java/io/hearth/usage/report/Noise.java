package io.hearth.usage.report;

import io.hearth.usage.consent.UsageSettings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Adds chance to numbers, by the Laplace mechanism of differential privacy: whoever was counted on
 * a day changes how likely any table of that day's numbers is by a factor of e^ε at most, since
 * nobody adds more than {@code mostOfOne} to all numbers of a day together.
 *
 * <p>The chance of a number follows from a secret and its place, so that asking again does not
 * average it out.
 */
final class Noise {

  private static final String ALGORITHM = "HmacSHA256";

  private final UsageSettings.Noise strength;
  private final int mostOfOne;
  private final byte[] key;

  Noise(UsageSettings.Noise strength, int mostOfOne, byte[] key) {
    this.strength = strength;
    this.mostOfOne = mostOfOne;
    this.key = key.clone();
  }

  /**
   * @param place names the number among all that are ever shown
   */
  long added(long number, String place) {
    return Math.max(0, number + Math.round(laplace(place)));
  }

  private double laplace(String place) {
    // From −½ to ½, both excluded; 53 bits are what a double holds.
    double uniform = ((bits(place) >>> 11) + 0.5) / (1L << 53) - 0.5;
    return -mostOfOne
        / strength.epsilon()
        * Math.signum(uniform)
        * Math.log1p(-2 * Math.abs(uniform));
  }

  private long bits(String place) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] text = (strength.id() + " " + place).getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(mac.doFinal(text)).getLong();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
