package io.hearth.errors.timeline;

import java.time.Instant;

/**
 * Something that changed on the instance.
 *
 * @param app plugin key; empty for what is not about an app
 * @param from the version before; empty when there was none
 * @param to the version after; empty when there is none
 */
public record InstanceEvent(Instant time, Kind kind, String app, String from, String to) {

  public enum Kind {
    APP_INSTALLED("app-installed"),
    APP_UPDATED("app-updated"),
    APP_REMOVED("app-removed"),
    APP_ENABLED("app-enabled"),
    APP_DISABLED("app-disabled"),
    PRODUCT_UPGRADED("product-upgraded"),
    STARTED("started");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }
}
