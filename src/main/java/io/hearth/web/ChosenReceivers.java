package io.hearth.web;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.hearth.handover.Recipient;
import io.hearth.host.Settings;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Public keys of those who receive Support ZIPs, by the names that administrators gave them; kept
 * by the product so that all nodes have the same.
 */
final class ChosenReceivers {

  static final String KEY = "receivers";
  static final int MOST = 5;

  private final Settings settings;

  ChosenReceivers(Settings settings) {
    this.settings = settings;
  }

  /** What is broken, or no key any more, is left out: nobody shall encrypt to it. */
  SortedMap<String, String> now() {
    SortedMap<String, String> now = new TreeMap<>();
    settings.get(KEY).ifPresent(text -> read(text, now));
    return now;
  }

  private static void read(String text, SortedMap<String, String> now) {
    try {
      JsonElement kept = JsonParser.parseString(text);
      if (kept.isJsonObject()) {
        kept.getAsJsonObject()
            .asMap()
            .forEach(
                (name, key) ->
                    Fields.textOf(key)
                        .flatMap(Recipient::of)
                        .ifPresent(one -> now.put(name, one.toString())));
      }
    } catch (JsonParseException broken) {
      now.clear();
    }
  }

  void keep(SortedMap<String, String> changed) {
    JsonObject kept = new JsonObject();
    changed.forEach(kept::addProperty);
    settings.put(KEY, kept.toString());
  }
}
