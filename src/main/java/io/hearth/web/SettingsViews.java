package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.hearth.application.Texts;
import io.hearth.web.Problem.FieldError;
import io.hearth.web.SettingsSection.Chosen;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Settings and their changes as JSON, for people and for the audit trail. */
final class SettingsViews {

  /** Of one value in the audit trail. */
  private static final int LONGEST = 200;

  /** A document of nothing but mistakes would make an answer many times as long. */
  static final int MOST_PROBLEMS = 100;

  private SettingsViews() {}

  static JsonObject sections(AllSettings all, Texts texts) {
    JsonObject json = new JsonObject();
    json.addProperty("state", all.state());
    json.add("sections", ErrorViews.list(all.sections(), one -> section(one, texts)));
    return json;
  }

  private static JsonObject section(SettingsSection section, Texts texts) {
    Optional<JsonObject> read = section.now();
    JsonObject now = read.orElseGet(JsonObject::new);
    Optional<JsonObject> standard =
        section instanceof Chosen<?> chosen ? Optional.of(chosen.standard()) : Optional.empty();
    JsonObject json = new JsonObject();
    json.addProperty("id", section.id());
    json.addProperty("byHand", standard.isEmpty());
    json.addProperty("readable", read.isPresent());
    json.addProperty("differs", standard.filter(one -> !one.equals(now)).isPresent());
    TreeSet<String> names = new TreeSet<>(now.keySet());
    standard.ifPresent(one -> names.addAll(one.keySet()));
    json.add(
        "settings",
        ErrorViews.list(List.copyOf(names), name -> setting(section, name, now, standard, texts)));
    return json;
  }

  private static JsonObject setting(
      SettingsSection section,
      String name,
      JsonObject now,
      Optional<JsonObject> standard,
      Texts texts) {
    SettingWords words = new SettingWords(texts);
    Optional<JsonElement> value = Optional.ofNullable(now.get(name));
    JsonObject json = new JsonObject();
    json.addProperty("name", name);
    json.addProperty("title", words.title(section, name));
    json.addProperty("now", words.value(section, name, value));
    standard.ifPresent(
        all -> {
          Optional<JsonElement> usual = Optional.ofNullable(all.get(name));
          json.addProperty("standard", words.value(section, name, usual));
        });
    json.addProperty(
        "differs",
        standard.filter(all -> !Optional.ofNullable(all.get(name)).equals(value)).isPresent());
    return json;
  }

  static JsonObject draft(SettingsDraft draft, String state, Texts texts) {
    JsonObject json = new JsonObject();
    json.addProperty("state", state);
    json.add("changes", ErrorViews.list(draft.changes(), one -> change(one, texts)));
    json.add("byHand", ErrorViews.list(draft.byHand(), one -> change(one, texts)));
    List<FieldError> problems = draft.problems();
    json.add("problems", ErrorViews.list(few(problems), one -> problem(one, texts)));
    json.addProperty("allProblems", problems.size());
    return json;
  }

  static List<FieldError> few(List<FieldError> problems) {
    return problems.stream()
        .limit(MOST_PROBLEMS)
        .map(one -> new FieldError(cut(one.field()), one.words()))
        .toList();
  }

  private static JsonObject change(SettingChange change, Texts texts) {
    SettingWords words = new SettingWords(texts);
    SettingsSection section = change.section();
    JsonObject json = new JsonObject();
    json.addProperty("section", section.id());
    json.addProperty("name", change.name());
    json.addProperty("title", words.title(section, change.name()));
    json.addProperty("before", words.value(section, change.name(), change.before()));
    json.addProperty("now", words.value(section, change.name(), change.now()));
    return json;
  }

  private static JsonObject problem(FieldError error, Texts texts) {
    JsonObject json = new JsonObject();
    json.addProperty("field", error.field());
    json.addProperty("message", error.words().in(texts));
    return json;
  }

  /** For the audit trail: of what must not be told only how many. */
  static JsonObject told(List<SettingChange> changes) {
    JsonObject what = new JsonObject();
    what.add("changes", ErrorViews.list(changes, SettingsViews::told));
    return what;
  }

  private static JsonObject told(SettingChange change) {
    JsonObject json = new JsonObject();
    json.addProperty("setting", change.section().id() + "." + change.name());
    if (change.section() instanceof Chosen<?> chosen && chosen.untold().contains(change.name())) {
      List<JsonElement> before = members(change.before());
      List<JsonElement> now = members(change.now());
      json.addProperty("before", before.size());
      json.addProperty("now", now.size());
      json.addProperty("added", without(now, before));
      json.addProperty("removed", without(before, now));
    } else {
      change.before().ifPresent(value -> json.add("before", shortened(value)));
      change.now().ifPresent(value -> json.add("now", shortened(value)));
    }
    return json;
  }

  private static List<JsonElement> members(Optional<JsonElement> list) {
    return list.map(JsonElement::getAsJsonArray).orElseGet(JsonArray::new).asList();
  }

  private static int without(List<JsonElement> some, List<JsonElement> others) {
    Set<JsonElement> rest = new HashSet<>(some);
    others.forEach(rest::remove);
    return rest.size();
  }

  private static JsonElement shortened(JsonElement value) {
    String text = value.isJsonPrimitive() ? value.getAsString() : value.toString();
    return text.length() > LONGEST ? new JsonPrimitive(cut(text)) : value;
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
