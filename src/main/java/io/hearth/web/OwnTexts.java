package io.hearth.web;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.hearth.application.Names;
import io.hearth.host.Settings;
import io.hearth.web.PrivacyTexts.Which;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of {@link PrivacyTexts} that the customer has written in words of their own. */
final class OwnTexts {

  static final String KEY = "privacy-texts";

  /** Two of them fit a setting of the product. */
  static final int LONGEST = 20_000;

  /** Marks that no text needs, and that would take six characters each where it is kept. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u2028\\u2029&&[^\\n\\t]]");

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  /** In the customer's words. */
  record Own(String text, Instant changedAt) {}

  private record Kept(String text, String changedAt) {}

  private record All(Map<String, Kept> texts) {}

  private final Settings settings;
  private final Clock clock;

  OwnTexts(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  Optional<Own> own(Which which) {
    return Optional.ofNullable(all().get(which.name()))
        .map(kept -> new Own(kept.text(), Instant.parse(kept.changedAt())));
  }

  void keep(Which which, String text) {
    Map<String, Kept> all = all();
    all.put(which.name(), new Kept(cleaned(text), clock.instant().toString()));
    settings.put(KEY, GSON.toJson(new All(all)));
  }

  void reset(Which which) {
    Map<String, Kept> all = all();
    all.remove(which.name());
    settings.put(KEY, GSON.toJson(new All(all)));
  }

  private Map<String, Kept> all() {
    try {
      return settings
          .get(KEY)
          .map(text -> GSON.fromJson(text, All.class))
          .map(all -> new TreeMap<>(all.texts()))
          .orElseGet(TreeMap::new);
    } catch (JsonParseException | NullPointerException broken) {
      return new TreeMap<>();
    }
  }

  private static String cleaned(String text) {
    return UNSEEN.matcher(text).replaceAll("");
  }

  SettingsSection section() {
    return new SettingsSection.Chosen<Map<Which, String>>(
        "privacy-texts",
        List.of(KEY),
        new SettingsSection.Form<>(OwnTexts::json, OwnTexts::read),
        new SettingsSection.Place<>(() -> Optional.of(words()), Map::of, this::keep),
        Set.of());
  }

  private Map<Which, String> words() {
    Map<Which, String> words = new TreeMap<>();
    for (Which which : Which.values()) {
      own(which).ifPresent(own -> words.put(which, own.text()));
    }
    return words;
  }

  private void keep(Map<Which, String> wanted) {
    Map<Which, String> now = words();
    for (Which which : Which.values()) {
      if (!wanted.containsKey(which)) {
        reset(which);
      } else if (!wanted.get(which).equals(now.get(which))) {
        keep(which, wanted.get(which));
      }
    }
  }

  private static JsonObject json(Map<Which, String> words) {
    JsonObject json = new JsonObject();
    words.forEach((which, text) -> json.addProperty(Names.of(which), text));
    return json;
  }

  /** A text that is not named is the one made from what is kept. */
  private static Optional<Map<Which, String>> read(Fields fields) {
    fields.refuseAllBut(Stream.of(Which.values()).map(Names::of).collect(Collectors.toSet()));
    Map<Which, String> words = new TreeMap<>();
    for (Which which : Which.values()) {
      if (fields.has(Names.of(which))) {
        fields.text(Names.of(which), 1, LONGEST).ifPresent(text -> words.put(which, cleaned(text)));
      }
    }
    return Optional.of(words);
  }
}
