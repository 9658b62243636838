package io.hearth.web;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.hearth.application.Limits.Range;
import io.hearth.web.Problem.FieldError;
import io.hearth.web.SettingsSection.ByHand;
import io.hearth.web.SettingsSection.Chosen;
import io.hearth.web.SettingsSection.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a document would change, before it does.
 *
 * @param byHand what it tells and only a person can do
 * @param steps one for each section that changes; worth nothing when there are problems
 */
record SettingsDraft(
    List<SettingChange> changes,
    List<SettingChange> byHand,
    List<FieldError> problems,
    List<Step> steps) {

  static final String FORMAT = "hearth-settings";
  static final int VERSION = 1;

  record Step(Chosen<?> section, Wanted wanted) {}

  static SettingsDraft of(JsonObject document, List<SettingsSection> known) {
    Fields fields = Fields.of(document);
    fields.refuseAllBut(Set.of("format", "version", "sections"));
    if (fields.text("format", 1, 40).filter(format -> !format.equals(FORMAT)).isPresent()) {
      fields.wrong("format", "unknown-choice", FORMAT);
    }
    fields.require("version");
    fields.whole("version", new Range(VERSION, VERSION, VERSION));
    fields.require("sections");
    SettingsDraft draft =
        new SettingsDraft(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    fields.object("sections").ifPresent(sections -> draft.read(sections, known));
    draft.problems.addAll(fields.errors());
    return draft;
  }

  private void read(Fields sections, List<SettingsSection> known) {
    sections.refuseAllBut(known.stream().map(SettingsSection::id).collect(Collectors.toSet()));
    for (SettingsSection section : known) {
      Optional<Fields> given = sections.object(section.id());
      if (given.isPresent() && section instanceof Chosen<?> chosen) {
        chosen.read(given.get()).ifPresent(wanted -> change(chosen, wanted));
      } else if (given.isPresent() && section instanceof ByHand hand) {
        hand.check().accept(given.get());
        sections
            .raw(section.id())
            .map(JsonElement::getAsJsonObject)
            .ifPresent(told -> tell(hand, told));
      }
    }
  }

  private void change(Chosen<?> section, Wanted wanted) {
    List<SettingChange> differing =
        SettingChange.between(section, section.now().orElseGet(JsonObject::new), wanted.json());
    if (!differing.isEmpty()) {
      changes.addAll(differing);
      steps.add(new Step(section, wanted));
    }
  }

  /** What is here and not in the document stays as it is and is no news. */
  private void tell(ByHand section, JsonObject told) {
    SettingChange.between(section, section.current().get(), told).stream()
        .filter(change -> change.now().filter(SettingsDraft::holdsSomething).isPresent())
        .forEach(byHand::add);
  }

  private static boolean holdsSomething(JsonElement value) {
    return !value.isJsonArray() || !value.getAsJsonArray().isEmpty();
  }

  List<Chosen<?>> sections() {
    List<Chosen<?>> changing = new ArrayList<>();
    steps.forEach(step -> changing.add(step.section()));
    return changing;
  }

  /** Goes back to the defaults of these sections. */
  static SettingsDraft standard(List<Chosen<?>> sections) {
    SettingsDraft draft =
        new SettingsDraft(new ArrayList<>(), new ArrayList<>(), List.of(), new ArrayList<>());
    sections.forEach(section -> draft.change(section, section.ofStandard()));
    return draft;
  }
}
