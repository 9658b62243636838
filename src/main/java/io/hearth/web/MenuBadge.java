package io.hearth.web;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.hearth.application.Texts;
import io.hearth.host.AdminPageData;
import io.hearth.host.Host;
import io.hearth.host.Recent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the product's administration pages carry for the badge beside our link: when new and
 * regressed errors came, so that the browser, which alone knows when somebody last looked, can
 * count them. System administrators only; anybody else's page carries nothing.
 */
final class MenuBadge implements AdminPageData {

  private static final int MOST = 100;

  /** Each administration page asks. */
  private static final Duration KNOWN_FOR = Duration.ofSeconds(10);

  private static final Gson GSON = new Gson();

  private final Host host;
  private final Incidents incidents;

  /** In seconds, as the script compares them. */
  private final Recent<List<Long>> times;

  MenuBadge(Host host, ErrorDigest digest, Incidents incidents, Clock clock) {
    this.host = host;
    this.incidents = incidents;
    this.times =
        new Recent<>(
            () -> digest.newest(MOST).stream().map(Instant::getEpochSecond).toList(),
            KNOWN_FOR,
            clock);
  }

  @Override
  public String json() {
    JsonObject json = new JsonObject();
    try {
      if (host.currentUser().filter(host::isSystemAdministrator).isPresent()) {
        json.add("t", GSON.toJsonTree(times.get()));
        json.addProperty("w", Texts.in(host.locale()).text("web.badge"));
      }
    } catch (RuntimeException e) {
      // The product's page must not break because of us.
      incidents.part("counting new browser errors for the menu", e);
      return "{}";
    }
    return GSON.toJson(json);
  }
}
