package io.hearth.errors.page;

import io.hearth.host.Settings;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Names this instance to nobody else: browsers put it into the DSN that the Sentry protocol wants.
 * The intake does not ask for it, since an app's own SDK has a DSN of its own. Random, so that it
 * says nothing about the customer; the same on all nodes and for good.
 */
public final class InstanceKey {
  private static final String SETTING = "instance-key";
  private static final int BYTES = 16;

  private final Settings settings;
  private final SecureRandom random;

  public InstanceKey(Settings settings, SecureRandom random) {
    this.settings = settings;
    this.random = random;
  }

  /** 32 hexadecimal digits; made when first asked for. */
  public String text() {
    return settings.get(SETTING).orElseGet(this::make);
  }

  private synchronized String make() {
    if (settings.get(SETTING).isEmpty()) {
      byte[] key = new byte[BYTES];
      random.nextBytes(key);
      settings.put(SETTING, HexFormat.of().formatHex(key));
    }
    // Read again: another node may have been a moment later, and then its key is the one.
    return settings.get(SETTING).orElseThrow();
  }
}
