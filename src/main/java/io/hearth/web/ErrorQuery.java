package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.Limits.Range;
import io.hearth.errors.triage.Query;
import io.hearth.errors.triage.State;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what a list is narrowed to, or a file is made of, from the query of an address. */
final class ErrorQuery {

  private static final int NAME = 200;
  private static final Range OFFSET = new Range(0, 0, 100_000);
  private static final Range LIMIT = new Range(100, 1, 500);
  private static final Set<String> NUMBERS = Set.of("offset", "limit", "days");

  private final Fields fields;

  private ErrorQuery(Fields fields) {
    this.fields = fields;
  }

  /** What is not named here is left alone, as proxies and browsers add to addresses. */
  static ErrorQuery of(Call call, String... names) {
    JsonObject query = new JsonObject();
    for (String name : names) {
      Optional<String> value = Optional.ofNullable(call.request().getParameter(name));
      if (NUMBERS.contains(name)) {
        value.ifPresent(text -> addNumber(query, name, text));
      } else {
        value.filter(text -> !text.isEmpty()).ifPresent(text -> query.addProperty(name, text));
      }
    }
    return new ErrorQuery(Fields.of(query));
  }

  private static void addNumber(JsonObject query, String name, String text) {
    Optional<Long> number = Numbers.whole(text);
    if (number.isPresent()) {
      query.addProperty(name, number.get());
    } else {
      query.addProperty(name, text);
    }
  }

  Query query() {
    return new Query(
        optional("q", NAME),
        optional("app", NAME),
        chosen("state", State.Status.values(), State.Status::id),
        optional("browser", NAME),
        optional("release", NAME),
        chosen("sort", Query.Sort.values(), Query.Sort::id).orElse(Query.Sort.LAST_SEEN));
  }

  int offset() {
    return fields.whole("offset", OFFSET).orElse(0L).intValue();
  }

  int limit() {
    return fields.whole("limit", LIMIT).orElse(100L).intValue();
  }

  int days() {
    return fields.whole("days", new Range(30, 1, 180)).orElse(30L).intValue();
  }

  boolean has(String name) {
    return fields.has(name);
  }

  /** {@code why} as {@link Fields#wrong} has it. */
  void wrong(String name, String why) {
    fields.wrong(name, why);
  }

  String required(String name, int most) {
    return fields.text(name, 1, most).orElse("");
  }

  Optional<String> optional(String name, int most) {
    return fields.has(name) ? fields.text(name, 1, most) : Optional.empty();
  }

  Optional<Instant> time(String name) {
    return fields.time(name);
  }

  <T> Optional<T> chosen(String name, T[] values, Function<T, String> id) {
    Optional<String> asked = optional(name, NAME);
    Optional<T> found =
        asked.flatMap(
            text -> Arrays.stream(values).filter(one -> id.apply(one).equals(text)).findFirst());
    if (asked.isPresent() && found.isEmpty()) {
      fields.wrong(
          name, "unknown-choice", String.join(", ", Arrays.stream(values).map(id).toList()));
    }
    return found;
  }

  void throwIfWrong() throws Refusal {
    fields.throwIfWrong();
  }
}
