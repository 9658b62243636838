package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.Limits.Range;
import io.hearth.application.Names;
import io.hearth.application.redaction.ChosenRedaction;
import io.hearth.application.redaction.ChosenRedaction.NamedPattern;
import io.hearth.application.redaction.ChosenRedactions;
import io.hearth.application.redaction.Previews.Wanted;
import io.hearth.application.redaction.Previews.Where;
import io.hearth.redaction.Kind;
import io.hearth.redaction.OwnPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what is sent to the calls of redaction; the schemas stand in the OpenAPI file. */
final class RedactionReader {

  private static final Set<String> SETTINGS =
      Set.of("kindsOff", "rulesOff", "words", "patterns", "allow");
  private static final List<String> FORMATS =
      List.of("text", "properties", "ini", "xml", "json", "yaml");
  private static final int MAX_KINDS = 100;
  private static final int MAX_RULES = 200;
  private static final int MAX_WORDS = 1000;
  private static final int MAX_WORD = 200;
  private static final int MAX_PATTERNS = 100;
  private static final int MAX_PATTERN = 500;
  private static final int MAX_NAME = 80;
  private static final int MAX_ID = 40;
  private static final int MAX_TEXT = 20_000;
  private static final int MAX_ITEM = 64;
  private static final int MAX_FILE = 1000;
  private static final int MAX_PAGE = 100_000;

  private RedactionReader() {}

  /** A text to try, as if it stood in a file of this name. */
  record Trial(String fileName, String text, Optional<ChosenRedaction> settings) {}

  /** A part of a file to show. */
  record PreviewRequest(Wanted wanted, Optional<ChosenRedaction> settings) {}

  static ChosenRedaction settings(JsonObject json) throws Refusal {
    Fields fields = Fields.of(json);
    ChosenRedaction settings = settings(fields);
    fields.throwIfWrong();
    return settings;
  }

  static SettingsSection section(ChosenRedactions chosen) {
    return new SettingsSection.Chosen<>(
        "redaction",
        List.of(ChosenRedactions.KEY),
        new SettingsSection.Form<>(RedactionView::settings, RedactionReader::whole),
        new SettingsSection.Place<>(chosen::readable, ChosenRedaction::standard, chosen::keep),
        Set.of("words", "patterns", "allow"));
  }

  /** Empty when a field does not fit. */
  private static Optional<ChosenRedaction> whole(Fields fields) {
    ChosenRedaction settings = settings(fields);
    if (!ChosenRedactions.fits(settings)) {
      fields.wrong("words", "too-much");
    }
    return Optional.of(settings);
  }

  static Trial trial(JsonObject json) throws Refusal {
    Fields fields = Fields.of(json);
    fields.refuseAllBut(Set.of("text", "format", "settings"));
    String text = fields.text("text", 0, MAX_TEXT).orElse("");
    String format = fields.text("format").orElse(FORMATS.get(0));
    if (!FORMATS.contains(format)) {
      fields.wrong("format", "unknown-format", shown(format));
    }
    Optional<ChosenRedaction> settings = fields.object("settings").map(RedactionReader::settings);
    fields.throwIfWrong();
    String ending = format.equals("text") ? "log" : format;
    return new Trial("text." + ending, text, settings);
  }

  static PreviewRequest preview(JsonObject json) throws Refusal {
    Fields fields = Fields.of(json);
    fields.refuseAllBut(Set.of("item", "file", "where", "page", "case", "settings"));
    String item = fields.text("item", 1, MAX_ITEM).orElse("");
    String file = fields.text("file", 1, MAX_FILE).orElse("");
    Optional<String> asked = fields.text("where", 1, MAX_ID);
    Optional<Where> where =
        Arrays.stream(Where.values())
            .filter(one -> asked.filter(Names.of(one)::equals).isPresent())
            .findFirst();
    if (asked.isPresent() && where.isEmpty()) {
      fields.wrong("where", "unknown-where");
    }
    long page = fields.whole("page", new Range(0, 0, MAX_PAGE)).orElse(0L);
    Optional<String> ofCase =
        fields.has("case") ? fields.text("case", 1, MAX_ITEM) : Optional.empty();
    Optional<ChosenRedaction> settings = fields.object("settings").map(RedactionReader::settings);
    fields.throwIfWrong();
    Wanted wanted = new Wanted(item, file, where.orElseThrow(), page, ofCase);
    return new PreviewRequest(wanted, settings);
  }

  static ChosenRedaction settings(Fields fields) {
    fields.refuseAllBut(SETTINGS);
    List<String> kinds = fields.texts("kindsOff", MAX_KINDS, 1, MAX_ID);
    for (int n = 0; n < kinds.size(); n++) {
      if (Kind.byId(kinds.get(n)).isEmpty()) {
        fields.wrong("kindsOff[" + n + "]", "unknown-kind", kinds.get(n));
      }
    }
    List<String> rules = fields.texts("rulesOff", MAX_RULES, 1, MAX_ID);
    Set<String> known = RedactionView.ruleIds();
    for (int n = 0; n < rules.size(); n++) {
      if (!known.contains(rules.get(n))) {
        fields.wrong("rulesOff[" + n + "]", "unknown-rule", rules.get(n));
      }
    }
    List<String> words = fields.texts("words", MAX_WORDS, 2, MAX_WORD);
    List<NamedPattern> patterns = patterns(fields);
    List<String> allowed = fields.texts("allow", MAX_WORDS, 1, MAX_WORD);
    return new ChosenRedaction(kinds, rules, words, patterns, allowed);
  }

  private static List<NamedPattern> patterns(Fields fields) {
    List<NamedPattern> patterns = new ArrayList<>();
    for (Fields one : fields.objects("patterns", MAX_PATTERNS)) {
      one.refuseAllBut(Set.of("pattern", "name"));
      Optional<String> pattern = one.text("pattern", 1, MAX_PATTERN);
      pattern
          .flatMap(OwnPattern::mistake)
          .ifPresent(mistake -> one.wrong("pattern", "pattern", mistake));
      String name = one.text("name", 0, MAX_NAME).orElse("");
      pattern.ifPresent(text -> patterns.add(new NamedPattern(text, name)));
    }
    return patterns;
  }

  private static String shown(String text) {
    return text.length() > MAX_ID ? text.substring(0, MAX_ID) + "…" : text;
  }
}
