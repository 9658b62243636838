package io.hearth.web;

import io.hearth.application.Limits.Range;
import io.hearth.application.ZipChange;
import io.hearth.edits.Edit;
import io.hearth.edits.Stretch;
import io.hearth.edits.Word;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a person wants taken out of a stored ZIP; {@code PruneRequest} in the OpenAPI file. */
final class PruneReader {

  /** Whoever takes out more than this names an item when a ZIP is made. */
  private static final int MOST_ENTRIES = 5000;

  private static final int MOST_STRETCHES = 5000;
  private static final int MOST_WORDS = 100;
  private static final int LONGEST_NAME = 4096;
  private static final int SHORTEST_WORD = 2;
  private static final int LONGEST_WORD = 200;
  private static final int MOST_BYTES = 2 << 20;
  private static final int LONGEST_BY = 100;

  /** Numbers that every reader of JSON knows exactly. */
  private static final Range PLACE = new Range(0, 0, (1L << 53) - 1);

  private final Map<String, List<Stretch>> lines = new HashMap<>();
  private final Map<String, List<Word>> words = new HashMap<>();

  static ZipChange read(Call call) throws IOException, Refusal {
    return new PruneReader()
        .read(Fields.of(StrictJson.object(Body.json(call.request(), MOST_BYTES))));
  }

  private ZipChange read(Fields fields) throws Refusal {
    fields.refuseAllBut(Set.of("entries", "lines", "words", "keepInsight", "by"));
    List<String> entries =
        fields.has("entries") ? fields.texts("entries", MOST_ENTRIES, 1, LONGEST_NAME) : List.of();
    if (fields.has("lines")) {
      fields.objects("lines", MOST_STRETCHES).forEach(this::line);
    }
    if (fields.has("words")) {
      fields.objects("words", MOST_WORDS).forEach(this::word);
    }
    Optional<String> by = fields.has("by") ? fields.text("by", 1, LONGEST_BY) : Optional.empty();
    boolean keepInsight = fields.flag("keepInsight").orElse(false);
    fields.throwIfWrong();
    if (entries.isEmpty() && lines.isEmpty() && words.isEmpty()) {
      fields.wrong("entries", "required");
      fields.throwIfWrong();
    }
    return new ZipChange(Set.copyOf(entries), edits(), keepInsight, by);
  }

  private void line(Fields fields) {
    fields.refuseAllBut(Set.of("entry", "from", "to"));
    Optional<String> entry = fields.text("entry", 1, LONGEST_NAME);
    fields.require("from", "to");
    Optional<Long> from = fields.whole("from", PLACE);
    Optional<Long> to = fields.whole("to", PLACE);
    if (entry.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return;
    }
    if (to.get() <= from.get()) {
      fields.wrong("to", "not-after", from.get());
    } else {
      lines
          .computeIfAbsent(entry.get(), name -> new ArrayList<>())
          .add(new Stretch(from.get(), to.get()));
    }
  }

  private void word(Fields fields) {
    fields.refuseAllBut(Set.of("text", "matchCase", "entries"));
    Optional<String> text = fields.text("text", SHORTEST_WORD, LONGEST_WORD);
    boolean matchCase = fields.flag("matchCase").orElse(false);
    List<String> entries = fields.texts("entries", MOST_ENTRIES, 1, LONGEST_NAME);
    if (text.filter(one -> !StandardCharsets.UTF_8.newEncoder().canEncode(one)).isPresent()) {
      fields.wrong("text", "string");
    }
    if (fields.has("entries") && entries.isEmpty()) {
      fields.wrong("entries", "empty");
    }
    for (String entry : text.isPresent() ? entries : List.<String>of()) {
      words.computeIfAbsent(entry, name -> new ArrayList<>()).add(new Word(text.get(), matchCase));
    }
  }

  private Map<String, Edit> edits() {
    Map<String, Edit> edits = new HashMap<>();
    lines.forEach((name, some) -> edits.put(name, new Edit(some, List.of())));
    words.forEach(
        (name, some) -> edits.put(name, new Edit(lines.getOrDefault(name, List.of()), some)));
    return edits;
  }
}
