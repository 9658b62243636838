package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.host.Settings;
import io.hearth.store.Sha256;
import io.hearth.web.Problem.Kind;
import io.hearth.web.SettingsDraft.Step;
import io.hearth.web.SettingsSection.Chosen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of all parts as one thing that is looked at, changed whole, and changed back. */
final class AllSettings {

  private static final int STATE = 32;

  private final List<SettingsSection> sections;
  private final Settings settings;

  AllSettings(List<SettingsSection> sections, Settings settings) {
    this.sections = List.copyOf(sections);
    this.settings = settings;
  }

  List<SettingsSection> sections() {
    return sections;
  }

  /** A document for this or another instance. What cannot be read is left out of it. */
  JsonObject document() {
    return document(sections);
  }

  private static JsonObject document(List<? extends SettingsSection> sections) {
    JsonObject json = new JsonObject();
    json.addProperty("format", SettingsDraft.FORMAT);
    json.addProperty("version", SettingsDraft.VERSION);
    JsonObject all = new JsonObject();
    sections.forEach(section -> section.now().ifPresent(now -> all.add(section.id(), now)));
    json.add("sections", all);
    return json;
  }

  /** Another one whenever a setting is another that a document can change. */
  String state() {
    StringBuilder all = new StringBuilder();
    for (SettingsSection section : sections) {
      if (section instanceof Chosen<?>) {
        all.append(section.id()).append('=').append(section.now()).append('\n');
      }
    }
    return Sha256.of(all.toString()).substring(0, STATE);
  }

  SettingsDraft draft(JsonObject document) {
    return SettingsDraft.of(document, sections);
  }

  /**
   * Makes all of it or nothing.
   *
   * @param state the one that the administrator has seen
   * @return a document that changes it back
   */
  synchronized JsonObject apply(SettingsDraft draft, String state) throws Refusal {
    if (!state.equals(state())) {
      throw new Refusal(Problem.of(Kind.SETTINGS_CHANGED));
    }
    JsonObject before = document(draft.sections());
    apply(draft);
    return before;
  }

  /**
   * Makes a draft of defaults; a key that holds no more than them goes.
   *
   * @return a document that changes it back
   */
  synchronized JsonObject reset(SettingsDraft standard) {
    JsonObject before = document(standard.sections());
    apply(standard);
    standard.steps().forEach(step -> step.section().keys().forEach(settings::remove));
    return before;
  }

  private void apply(SettingsDraft draft) {
    List<Runnable> undo = new ArrayList<>();
    try {
      for (Step step : draft.steps()) {
        undo.add(undo(step.section()));
        step.wanted().keep().run();
      }
    } catch (RuntimeException failed) {
      Collections.reverse(undo);
      undo.forEach(one -> attempt(one, failed));
      throw failed;
    }
  }

  /** First what this node knows, then the kept texts themselves, as they may be none or broken. */
  private Runnable undo(Chosen<?> section) {
    Runnable known = section.undo();
    Map<String, Optional<String>> texts = new HashMap<>();
    section.keys().forEach(key -> texts.put(key, settings.get(key)));
    return () -> {
      known.run();
      texts.forEach(
          (key, text) ->
              text.ifPresentOrElse(value -> settings.put(key, value), () -> settings.remove(key)));
    };
  }

  /** One section that cannot be brought back does not keep the others from it. */
  private static void attempt(Runnable undo, RuntimeException why) {
    try {
      undo.run();
    } catch (RuntimeException again) {
      why.addSuppressed(again);
    }
  }
}
