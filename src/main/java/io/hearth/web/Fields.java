package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.hearth.application.Limits.Range;
import io.hearth.web.Problem.FieldError;
import io.hearth.web.Problem.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a JSON object, read one by one. What does not fit is collected and reads as absent,
 * so that one answer names all mistakes.
 */
final class Fields {

  private static final int TIME = 40;

  private final JsonObject json;
  private final String path;
  private final List<FieldError> errors;

  private Fields(JsonObject json, String path, List<FieldError> errors) {
    this.json = json;
    this.path = path;
    this.errors = errors;
  }

  static Fields of(JsonObject json) {
    return new Fields(json, "", new ArrayList<>());
  }

  Set<String> names() {
    return json.keySet();
  }

  void refuseAllBut(Set<String> known) {
    for (String name : json.keySet()) {
      if (!known.contains(name)) {
        wrong(name, "unknown");
      }
    }
  }

  /** {@code why} is the last part of a key under {@code problem.field}. */
  /** Tells of each that is not there. */
  void require(String... names) {
    for (String name : names) {
      if (!has(name)) {
        wrong(name, "required");
      }
    }
  }

  void wrong(String name, String why, Object... values) {
    errors.add(new FieldError(path + name, Words.of("problem.field." + why, values)));
  }

  void throwIfWrong() throws Refusal {
    if (!errors.isEmpty()) {
      throw new Refusal(Problem.invalid(errors));
    }
  }

  /** What does not fit so far, also of the objects inside. */
  List<FieldError> errors() {
    return List.copyOf(errors);
  }

  boolean has(String name) {
    return json.has(name);
  }

  Optional<JsonElement> raw(String name) {
    return Optional.ofNullable(json.get(name));
  }

  Optional<String> text(String name) {
    Optional<String> text = raw(name).flatMap(Fields::textOf);
    return orWrong(name, text, "string");
  }

  Optional<JsonArray> array(String name) {
    Optional<JsonArray> array =
        raw(name).filter(JsonElement::isJsonArray).map(JsonElement::getAsJsonArray);
    return orWrong(name, array, "array");
  }

  /** The fields of an object inside this one; its mistakes count as ours. */
  Optional<Fields> object(String name) {
    Optional<Fields> object =
        raw(name)
            .filter(JsonElement::isJsonObject)
            .map(found -> new Fields(found.getAsJsonObject(), path + name + ".", errors));
    return orWrong(name, object, "object");
  }

  /** The fields of an object that is found in this one by another way; its mistakes are ours. */
  Fields inside(String place, JsonObject object) {
    return new Fields(object, path + place, errors);
  }

  /** A text that has to be there, of so many characters. */
  Optional<String> text(String name, int min, int max) {
    Optional<String> text = text(name);
    if (!has(name)) {
      wrong(name, "required");
    } else if (text.isPresent() && !fits(text.get(), min, max)) {
      wrong(name, "between", min, max);
    }
    return text.filter(one -> fits(one, min, max));
  }

  /** JSON Schema counts the characters of Unicode. */
  private static boolean fits(String text, int min, int max) {
    int length = text.codePointCount(0, text.length());
    return min <= length && length <= max;
  }

  /** A moment that need not be there, as RFC 3339 writes it. */
  Optional<Instant> time(String name) {
    Optional<String> text = has(name) ? text(name, 1, TIME) : Optional.empty();
    try {
      return text.map(Instant::parse);
    } catch (DateTimeException e) {
      wrong(name, "date-time");
      return Optional.empty();
    }
  }

  /** The texts of a list that has to be there; what does not fit is left out and told. */
  List<String> texts(String name, int most, int min, int max) {
    Set<String> texts = new LinkedHashSet<>();
    List<JsonElement> given = members(name, most);
    for (int n = 0; n < given.size(); n++) {
      String place = name + "[" + n + "]";
      Optional<String> text = textOf(given.get(n));
      if (text.isEmpty()) {
        wrong(place, "string");
      } else if (!fits(text.get(), min, max)) {
        wrong(place, "between", min, max);
      } else if (!texts.add(text.get())) {
        wrong(place, "double");
      }
    }
    return List.copyOf(texts);
  }

  /** The objects of a list that has to be there. */
  List<Fields> objects(String name, int most) {
    List<Fields> objects = new ArrayList<>();
    List<JsonElement> given = members(name, most);
    for (int n = 0; n < given.size(); n++) {
      String place = name + "[" + n + "]";
      if (given.get(n).isJsonObject()) {
        objects.add(new Fields(given.get(n).getAsJsonObject(), path + place + ".", errors));
      } else {
        wrong(place, "object");
      }
    }
    return objects;
  }

  private List<JsonElement> members(String name, int most) {
    if (!has(name)) {
      wrong(name, "required");
    }
    List<JsonElement> members = array(name).map(JsonArray::asList).orElse(List.of());
    if (members.size() > most) {
      wrong(name, "count", most);
      return List.of();
    }
    return members;
  }

  Optional<Boolean> flag(String name) {
    Optional<Boolean> flag =
        raw(name)
            .filter(JsonElement::isJsonPrimitive)
            .map(JsonElement::getAsJsonPrimitive)
            .filter(JsonPrimitive::isBoolean)
            .map(JsonPrimitive::getAsBoolean);
    return orWrong(name, flag, "boolean");
  }

  Optional<Long> whole(String name, Range range) {
    Optional<JsonPrimitive> number =
        raw(name)
            .filter(JsonElement::isJsonPrimitive)
            .map(JsonElement::getAsJsonPrimitive)
            .filter(JsonPrimitive::isNumber);
    if (orWrong(name, number, "integer").isEmpty()) {
      return Optional.empty();
    }
    Optional<Long> whole = Numbers.whole(number.get().getAsString());
    if (whole.isEmpty() && Numbers.hasFraction(number.get().getAsString())) {
      wrong(name, "integer");
    } else if (whole.filter(range::contains).isEmpty()) {
      wrong(name, "range", range.min(), range.max());
    }
    return whole.filter(range::contains);
  }

  private <T> Optional<T> orWrong(String name, Optional<T> value, String why) {
    if (has(name) && value.isEmpty()) {
      wrong(name, why);
    }
    return value;
  }

  static Optional<String> textOf(JsonElement element) {
    return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString()
        ? Optional.of(element.getAsString())
        : Optional.empty();
  }
}
