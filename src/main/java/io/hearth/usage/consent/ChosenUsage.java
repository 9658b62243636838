package io.hearth.usage.consent;

import io.hearth.host.Recent;
import io.hearth.host.Settings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Consent and settings, kept by the product so that all nodes have the same. Consent is read again
 * after a few seconds, since another node may have changed it and asking the product for each page
 * would cost.
 */
public final class ChosenUsage {

  /** The keys of the settings. */
  public static final String CONSENT = "usage-consent";

  public static final String SETTINGS = "usage";
  public static final String NOISE_KEY = "usage-noise-key";

  /** Stands in place of consent from a withdrawal that also deletes until somebody agrees again. */
  private static final String DELETED = "deleted";

  private static final int KEY_BYTES = 32;
  private static final Duration KNOWN_FOR = Duration.ofSeconds(5);

  private final Settings settings;
  private final SecureRandom random;
  private final Recent<Optional<Consent>> known;

  public ChosenUsage(Settings settings, Clock clock, SecureRandom random) {
    this.settings = settings;
    this.random = random;
    this.known = new Recent<>(this::consent, KNOWN_FOR, clock);
  }

  /** As it was some seconds ago; empty when nothing may be counted. */
  public Optional<Consent> recentConsent() {
    return known.get();
  }

  /** As it is; a broken one is none. */
  public Optional<Consent> consent() {
    return known.know(
        settings
            .get(CONSENT)
            .filter(text -> !text.equals(DELETED))
            .flatMap(ChosenUsage::consentOf));
  }

  private static Optional<Consent> consentOf(String text) {
    try {
      return Optional.of(KeptText.consent(text)).filter(one -> one.covers(Counting.FEATURES));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  public void agree(Consent consent) {
    settings.put(CONSENT, KeptText.write(consent));
    known.know(Optional.of(consent));
  }

  /**
   * Ends counting on all nodes.
   *
   * @param deleting whether each node also deletes what it has counted
   */
  public void withdraw(boolean deleting) {
    if (deleting) {
      settings.put(CONSENT, DELETED);
      settings.remove(NOISE_KEY);
    } else {
      settings.remove(CONSENT);
    }
    known.know(Optional.empty());
  }

  /** Whether the last who withdrew wanted all to be deleted. */
  public boolean deleted() {
    return settings.get(CONSENT).filter(DELETED::equals).isPresent();
  }

  /** Broken ones show as little as can be. */
  public UsageSettings settings() {
    Optional<String> text = settings.get(SETTINGS);
    try {
      return text.map(KeptText::settings).orElseGet(UsageSettings::standard);
    } catch (IllegalArgumentException broken) {
      return new UsageSettings(
          UsageSettings.MOST_THRESHOLD, UsageSettings.Noise.MOST, UsageSettings.MOST_DAYS);
    }
  }

  public void keep(UsageSettings changed) {
    settings.put(SETTINGS, KeptText.write(changed));
  }

  public void keepDays(int days) {
    UsageSettings now = settings();
    keep(new UsageSettings(now.threshold(), now.noise(), days));
  }

  /** The secret that noise is drawn from, so that asking again gives the same; made when asked. */
  public byte[] noiseKey() {
    return HexFormat.of().parseHex(settings.get(NOISE_KEY).orElseGet(this::makeNoiseKey));
  }

  private synchronized String makeNoiseKey() {
    if (settings.get(NOISE_KEY).isEmpty()) {
      byte[] key = new byte[KEY_BYTES];
      random.nextBytes(key);
      settings.put(NOISE_KEY, HexFormat.of().formatHex(key));
    }
    // Read again: another node may have been a moment later, and then its key is the one.
    return settings.get(NOISE_KEY).orElseThrow();
  }
}
