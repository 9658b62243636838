package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import io.hearth.application.Limits.Range;
import io.hearth.errors.event.Bounds;
import io.hearth.errors.event.OriginalPosition;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads where the frames of a sample stand in the original source; {@code Symbolication} in the
 * OpenAPI file.
 */
final class SymbolicationReader {

  /** For each exception and each of its frames. */
  record Given(String sample, List<List<Optional<OriginalPosition>>> exceptions) {}

  /** Seven lines around each of fifty frames. */
  private static final int MOST_BYTES = 512 * 1024;

  private static final Range PLACE = new Range(0, 0, Integer.MAX_VALUE);

  private SymbolicationReader() {}

  static Given read(HttpServletRequest request) throws IOException, Refusal {
    Fields fields = Fields.of(StrictJson.object(Body.json(request, MOST_BYTES)));
    fields.refuseAllBut(Set.of("sample", "exceptions"));
    String sample = fields.text("sample", 32, 32).orElse("");
    List<List<Optional<OriginalPosition>>> exceptions =
        fields.array("exceptions").map(list -> positions(fields, list)).orElse(List.of());
    if (exceptions.isEmpty()) {
      fields.wrong("exceptions", "empty");
    }
    fields.throwIfWrong();
    return new Given(sample, exceptions);
  }

  private static List<List<Optional<OriginalPosition>>> positions(Fields fields, JsonArray list) {
    List<List<Optional<OriginalPosition>>> exceptions = new ArrayList<>();
    for (int n = 0; n < Math.min(Bounds.EXCEPTIONS, list.size()); n++) {
      String place = "exceptions[" + n + "]";
      List<Optional<OriginalPosition>> frames = new ArrayList<>();
      JsonElement one = list.get(n);
      if (!one.isJsonArray() || one.getAsJsonArray().size() > Bounds.FRAMES) {
        fields.wrong(place, "array");
        return List.of();
      }
      for (JsonElement frame : one.getAsJsonArray()) {
        frames.add(
            frame.isJsonObject()
                ? position(fields.inside(place + ".", frame.getAsJsonObject()))
                : Optional.empty());
      }
      exceptions.add(frames);
    }
    return exceptions;
  }

  private static Optional<OriginalPosition> position(Fields fields) {
    Optional<String> file = fields.text("file", 1, 500);
    Optional<Long> line = fields.whole("line", PLACE);
    Optional<Long> column = fields.whole("column", PLACE);
    if (file.isEmpty() || line.isEmpty() || column.isEmpty()) {
      fields.wrong("file", "required");
      return Optional.empty();
    }
    List<String> context = new ArrayList<>();
    for (JsonElement text : fields.array("context").orElseGet(JsonArray::new)) {
      if (context.size() < OriginalPosition.CONTEXT_LINES) {
        context.add(Bounds.cut(Fields.textOf(text).orElse(""), OriginalPosition.CONTEXT_LINE));
      }
    }
    return Optional.of(
        new OriginalPosition(
            file.get(),
            line.get().intValue(),
            column.get().intValue(),
            fields.has("function") ? fields.text("function", 0, 200).orElse("") : "",
            context,
            fields.whole("contextLine", PLACE).orElse(0L).intValue()));
  }
}
