package io.hearth.watch;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.hearth.host.Settings;
import java.util.Optional;

/** The settings, kept by the product so that all nodes have the same. */
public final class ChosenWatch {

  public static final String KEY = "health-watch";
  private static final Gson GSON = new Gson();

  private final Settings settings;

  public ChosenWatch(Settings settings) {
    this.settings = settings;
  }

  /** Broken ones watch nothing. */
  public WatchSettings now() {
    try {
      return settings
          .get(KEY)
          .flatMap(text -> Optional.ofNullable(GSON.fromJson(text, WatchSettings.class)))
          .orElseGet(WatchSettings::standard);
    } catch (JsonParseException broken) {
      return WatchSettings.standard();
    }
  }

  public void keep(WatchSettings changed) {
    settings.put(KEY, GSON.toJson(changed));
  }
}
