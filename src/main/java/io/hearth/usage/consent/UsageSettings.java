package io.hearth.usage.consent;

import io.hearth.privacy.Retention;
import java.util.Arrays;
import java.util.Optional;

/**
 * How numbers are shown and how long they are kept; {@code UsageSettings} in the OpenAPI file.
 *
 * @param threshold a number of fewer people than this is not shown
 */
public record UsageSettings(int threshold, Noise noise, int retentionDays) {

  public static final int LEAST_THRESHOLD = 5;
  public static final int MOST_THRESHOLD = 100;
  public static final int MOST_DAYS = Retention.LONGEST_DAYS;

  /** How much chance is added to what is shown: ε of differential privacy, a person and day. */
  public enum Noise {
    NONE("none", 0),
    LITTLE("1", 1),
    MUCH("0.5", 0.5),
    MOST("0.1", 0.1);

    private final String id;
    private final double epsilon;

    Noise(String id, double epsilon) {
      this.id = id;
      this.epsilon = epsilon;
    }

    public String id() {
      return id;
    }

    public double epsilon() {
      return epsilon;
    }

    public static Optional<Noise> byId(String id) {
      return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }
  }

  public static UsageSettings standard() {
    return new UsageSettings(LEAST_THRESHOLD, Noise.NONE, MOST_DAYS);
  }
}
