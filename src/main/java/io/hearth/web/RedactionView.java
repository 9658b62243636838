package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.Names;
import io.hearth.application.Texts;
import io.hearth.application.redaction.ChosenRedaction;
import io.hearth.redaction.Explained.Replacement;
import io.hearth.redaction.Kind;
import io.hearth.redaction.RedactionSession;
import io.hearth.redaction.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules, settings and findings of redaction as JSON. */
final class RedactionView {

  private RedactionView() {}

  static Set<String> ruleIds() {
    return Rule.all().stream().map(Rule::id).collect(Collectors.toSet());
  }

  static JsonObject rules(Texts texts) {
    JsonObject json = new JsonObject();
    json.addProperty("version", RedactionSession.RULES_VERSION);
    JsonArray kinds = new JsonArray();
    // A switch for a kind that no rule finds would promise what is not done.
    Set<Kind> found = Rule.all().stream().map(Rule::kind).collect(Collectors.toSet());
    for (Kind kind : Kind.values()) {
      if (kind == Kind.OWN || found.contains(kind)) {
        kinds.add(kind(kind, texts));
      }
    }
    json.add("kinds", kinds);
    JsonArray rules = new JsonArray();
    Rule.all().forEach(rule -> rules.add(rule(rule, texts)));
    json.add("rules", rules);
    return json;
  }

  private static JsonObject kind(Kind kind, Texts texts) {
    JsonObject json = new JsonObject();
    json.addProperty("id", kind.id());
    json.addProperty("title", texts.text("zip.kind." + kind.id()));
    json.addProperty("description", texts.text("rule.kind." + kind.id() + ".description"));
    json.addProperty("severity", Names.of(kind.severity()));
    json.addProperty("onByDefault", ChosenRedaction.isOnByDefault(kind));
    return json;
  }

  private static JsonObject rule(Rule rule, Texts texts) {
    JsonObject json = new JsonObject();
    json.addProperty("id", rule.id());
    json.addProperty("kind", rule.kind().id());
    json.addProperty("title", texts.text("rule." + rule.id() + ".title"));
    json.addProperty("description", texts.text("rule." + rule.id() + ".description"));
    json.add("examples", array(rule.hits()));
    return json;
  }

  static JsonObject settings(ChosenRedaction chosen) {
    JsonObject json = new JsonObject();
    json.add("kindsOff", array(chosen.kindsOff()));
    json.add("rulesOff", array(chosen.rulesOff()));
    json.add("words", array(chosen.words()));
    JsonArray patterns = new JsonArray();
    for (ChosenRedaction.NamedPattern one : chosen.patterns()) {
      JsonObject pattern = new JsonObject();
      pattern.addProperty("pattern", one.pattern());
      pattern.addProperty("name", one.name());
      patterns.add(pattern);
    }
    json.add("patterns", patterns);
    json.add("allow", array(chosen.allowed()));
    return json;
  }

  static JsonArray findings(List<Replacement> replacements) {
    JsonArray findings = new JsonArray();
    for (Replacement one : replacements) {
      JsonObject json = new JsonObject();
      json.addProperty("start", one.start());
      json.addProperty("end", one.end());
      json.addProperty("replacement", one.text());
      json.addProperty("kind", one.kind().id());
      json.addProperty("rule", one.rule());
      findings.add(json);
    }
    return findings;
  }

  private static JsonArray array(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
