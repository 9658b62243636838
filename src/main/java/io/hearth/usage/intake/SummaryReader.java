package io.hearth.usage.intake;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.hearth.usage.store.Outcome;
import io.hearth.usage.store.Use;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code frontend/usage} sends: for {@code app:feature outcome} a list with a number for each
 * use, how many milliseconds it took or −1 when that was not measured.
 */
final class SummaryReader {

  /** Of one summary; a page counts no more before it sends. */
  static final int MOST = 100;

  private static final Pattern NAME = Pattern.compile("([^: ]{1,200}):([^: ]{1,40}) (\\w{1,10})");
  private static final long LONGEST_MS = 86_400_000;

  private SummaryReader() {}

  /**
   * @return empty when it is no summary
   */
  static Optional<List<Use>> read(byte[] bytes) {
    JsonReader json = new JsonReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
    json.setStrictness(Strictness.STRICT);
    List<Use> uses = new ArrayList<>();
    try {
      json.beginObject();
      while (json.hasNext() && uses.size() <= MOST) {
        add(json.nextName(), json, uses);
      }
      json.endObject();
      boolean whole = json.peek() == JsonToken.END_DOCUMENT;
      return whole && uses.size() <= MOST ? Optional.of(uses) : Optional.empty();
    } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A name that is none of a feature is one that nobody agreed to. */
  private static void add(String name, JsonReader json, List<Use> uses) throws IOException {
    Matcher parts = NAME.matcher(name);
    boolean named = parts.matches();
    Outcome outcome = named ? Outcome.byId(parts.group(3)).orElse(Outcome.OK) : Outcome.OK;
    json.beginArray();
    while (json.hasNext() && uses.size() <= MOST) {
      long milliseconds = json.nextLong();
      OptionalLong took =
          milliseconds < 0 || milliseconds > LONGEST_MS
              ? OptionalLong.empty()
              : OptionalLong.of(milliseconds);
      uses.add(
          named
              ? new Use(parts.group(1), parts.group(2), outcome, took)
              : new Use("", "", outcome, took));
    }
    json.endArray();
  }
}
