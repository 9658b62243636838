package io.hearth.web;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.hearth.application.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Names and values of settings in words, as a person reads them. */
final class SettingWords {

  private static final int LONGEST = 300;

  /** Members that tell which object of a list it is; the first that is there and not empty. */
  private static final List<String> NAMES = List.of("name", "pattern", "id");

  private final Texts texts;

  SettingWords(Texts texts) {
    this.texts = texts;
  }

  String title(SettingsSection section, String name) {
    String each = "settings." + section.id() + ".each";
    return texts
        .known(each)
        .map(named -> texts.text(each, name))
        .or(() -> texts.known("settings." + section.id() + "." + name))
        .or(() -> texts.known("privacy.kind." + name + ".title"))
        .orElse(name);
  }

  String value(SettingsSection section, String name, Optional<JsonElement> value) {
    return cut(value.map(one -> words(section.id() + "." + name, one)).orElse(nothing()));
  }

  private String nothing() {
    return texts.text("settings.nothing");
  }

  private String words(String setting, JsonElement value) {
    if (value.isJsonArray()) {
      String all =
          StreamSupport.stream(value.getAsJsonArray().spliterator(), false)
              .map(one -> words(setting, one))
              .collect(Collectors.joining(", "));
      return all.isEmpty() ? nothing() : all;
    }
    if (value.isJsonObject()) {
      return named(value.getAsJsonObject());
    }
    if (value.getAsJsonPrimitive().isBoolean()) {
      return texts.text(value.getAsBoolean() ? "settings.on" : "settings.off");
    }
    if (value.getAsJsonPrimitive().isNumber()) {
      return number(setting, value.getAsLong());
    }
    String text = value.getAsString();
    return text.isEmpty() ? nothing() : known(setting, text).orElse(text);
  }

  private String number(String setting, long number) {
    boolean days = setting.endsWith("Days") || setting.startsWith("retention.");
    return days ? texts.text("settings.days", number) : texts.number(number);
  }

  /** A value that the app has words for. */
  private Optional<String> known(String setting, String value) {
    return switch (setting) {
      case "redaction.kindsOff" -> texts.known("zip.kind." + value);
      case "redaction.rulesOff" -> texts.known("rule." + value + ".title");
      default -> texts.known("settings." + setting + "." + value);
    };
  }

  private static String named(JsonObject object) {
    return NAMES.stream()
        .filter(object::has)
        .map(name -> object.get(name).getAsString())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
