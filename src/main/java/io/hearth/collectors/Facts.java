package io.hearth.collectors;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.hearth.collectors.Entry.Made;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Named facts in a fixed order, as they stand in the JSON. What is not known is left out. */
final class Facts {

  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Gathers facts when their entry is written. */
  @FunctionalInterface
  interface Source {
    Facts gather() throws IOException;
  }

  static Made entry(String name, long expectedBytes, Source source) {
    return new Made(
        name,
        expectedBytes,
        out -> out.write((source.gather().json() + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  Facts put(String name, Object value) {
    if (value instanceof Instant instant) {
      values.put(name, instant.truncatedTo(ChronoUnit.MILLIS).toString());
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(known -> put(name, known));
    } else if (value instanceof Facts facts) {
      values.put(name, facts.values);
    } else if (value instanceof Path || value instanceof Enum<?>) {
      values.put(name, value.toString());
    } else if (!(value instanceof Double number) || Double.isFinite(number)) {
      values.put(name, value);
    }
    return this;
  }

  Facts putAll(Map<String, ?> named) {
    named.forEach(this::put);
    return this;
  }

  Map<String, Object> asMap() {
    return Collections.unmodifiableMap(values);
  }

  String json() {
    return JSON.toJson(values);
  }
}
