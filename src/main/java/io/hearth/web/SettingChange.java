package io.hearth.web;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** One setting as it was and as it is to be; empty where there is none. */
record SettingChange(
    SettingsSection section, String name, Optional<JsonElement> before, Optional<JsonElement> now) {

  /** What differs, in the order of its name. */
  static List<SettingChange> between(SettingsSection section, JsonObject before, JsonObject now) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    List<SettingChange> changes = new ArrayList<>();
    for (String name : names) {
      Optional<JsonElement> old = Optional.ofNullable(before.get(name));
      Optional<JsonElement> wanted = Optional.ofNullable(now.get(name));
      if (!old.equals(wanted)) {
        changes.add(new SettingChange(section, name, old, wanted));
      }
    }
    return changes;
  }
}
