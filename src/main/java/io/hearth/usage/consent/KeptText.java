package io.hearth.usage.consent;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Consent and settings as the texts under which the product keeps them. */
final class KeptText {

  private record KeptConsent(
      String by, String at, String since, List<String> kinds, List<String> features) {}

  private record KeptSettings(int threshold, String noise, int retentionDays) {}

  private static final Gson GSON = new Gson();

  private KeptText() {}

  static String write(Consent consent) {
    return GSON.toJson(
        new KeptConsent(
            consent.by(),
            consent.at().toString(),
            consent.since().toString(),
            consent.kinds().stream().map(Counting::id).sorted().toList(),
            List.copyOf(consent.features())));
  }

  /**
   * @throws IllegalArgumentException when it is not what {@link #write(Consent)} makes
   */
  static Consent consent(String text) {
    try {
      KeptConsent kept = GSON.fromJson(text, KeptConsent.class);
      return new Consent(
          kept.by(),
          Instant.parse(kept.at()),
          Instant.parse(kept.since()),
          kept.kinds().stream()
              .flatMap(id -> Counting.byId(id).stream())
              .collect(Collectors.toSet()),
          kept.features());
    } catch (JsonParseException | NullPointerException | DateTimeException e) {
      throw new IllegalArgumentException("the kept consent to counting is broken", e);
    }
  }

  static String write(UsageSettings settings) {
    return GSON.toJson(
        new KeptSettings(settings.threshold(), settings.noise().id(), settings.retentionDays()));
  }

  /**
   * @throws IllegalArgumentException when it is not what {@link #write(UsageSettings)} makes
   */
  static UsageSettings settings(String text) {
    try {
      KeptSettings kept = GSON.fromJson(text, KeptSettings.class);
      return new UsageSettings(
          within(UsageSettings.LEAST_THRESHOLD, kept.threshold(), UsageSettings.MOST_THRESHOLD),
          UsageSettings.Noise.byId(kept.noise()).orElseThrow(IllegalArgumentException::new),
          within(1, kept.retentionDays(), UsageSettings.MOST_DAYS));
    } catch (JsonParseException | NullPointerException e) {
      throw new IllegalArgumentException("the kept settings of usage are broken", e);
    }
  }

  private static int within(int least, int value, int most) {
    return Math.max(least, Math.min(most, value));
  }
}
