package io.hearth.web;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The settings of one part, as they are shown, exported and imported. Each key of the product's
 * settings belongs to one section, or stands with a reason in {@link KeptSettings#NEVER_EXPORTED}.
 */
sealed interface SettingsSection {

  /** Its name in the document. */
  String id();

  /** The keys under which the product keeps it. */
  List<String> keys();

  /** Empty when what is kept cannot be read. */
  Optional<JsonObject> now();

  /**
   * How settings are written down.
   *
   * @param read empty when a field does not fit, which the fields then tell
   */
  record Form<T>(Function<T, JsonObject> json, Function<Fields, Optional<T>> read) {}

  /** Where they are kept. */
  record Place<T>(Supplier<Optional<T>> now, Supplier<T> standard, Consumer<T> keep) {}

  /** Settings that were read from a document, and what keeps them. */
  record Wanted(JsonObject json, Runnable keep) {}

  /**
   * Settings that a document can change.
   *
   * @param untold names of those of which the audit trail tells how many, never which
   */
  record Chosen<T>(String id, List<String> keys, Form<T> form, Place<T> place, Set<String> untold)
      implements SettingsSection {

    @Override
    public Optional<JsonObject> now() {
      return place.now().get().map(form.json());
    }

    JsonObject standard() {
      return form.json().apply(place.standard().get());
    }

    Optional<Wanted> read(Fields fields) {
      return form.read().apply(fields).map(this::wanted);
    }

    Wanted ofStandard() {
      return wanted(place.standard().get());
    }

    private Wanted wanted(T value) {
      return new Wanted(form.json().apply(value), () -> place.keep().accept(value));
    }

    /** Brings back what is there now. */
    Runnable undo() {
      Optional<T> before = place.now().get();
      return () -> before.ifPresent(place.keep());
    }
  }

  /**
   * What a person has to do by hand, each time anew: a document tells it, and an import never does
   * it.
   *
   * @param check tells what does not fit
   */
  record ByHand(String id, List<String> keys, Supplier<JsonObject> current, Consumer<Fields> check)
      implements SettingsSection {

    @Override
    public Optional<JsonObject> now() {
      return Optional.of(current.get());
    }
  }
}
