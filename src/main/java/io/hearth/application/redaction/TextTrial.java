package io.hearth.application.redaction;

import io.hearth.redaction.Explained.Replacement;
import io.hearth.redaction.PseudonymKey;
import io.hearth.redaction.RedactionSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What would be replaced in a text that somebody typed, under a key that is forgotten at once. */
public final class TextTrial {
  private static final int WHOLE = 1 << 20;

  private TextTrial() {}

  /**
   * The replacements, placed in the whole text. As in a ZIP, names are learned from it first.
   *
   * @param fileName tells the format
   */
  public static List<Replacement> of(String fileName, String text, ChosenRedaction chosen) {
    RedactionSession session = new RedactionSession(chosen.settings(), PseudonymKey.random());
    // A lone half of a surrogate pair becomes one question mark, so places stay the same.
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<Replacement> found = new ArrayList<>();
    int[] lineStart = {0};
    try {
      session.learn(fileName, new ByteArrayInputStream(bytes));
      session
          .explainer()
          .explain(
              fileName,
              new ByteArrayInputStream(bytes),
              WHOLE,
              line -> {
                line.replacements().forEach(one -> found.add(moved(one, lineStart[0])));
                lineStart[0] += line.text().length() + 1;
                return true;
              });
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    return found;
  }

  private static Replacement moved(Replacement one, int by) {
    return new Replacement(one.start() + by, one.end() + by, one.text(), one.kind(), one.rule());
  }
}
