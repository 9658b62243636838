package io.hearth.redaction;

import io.hearth.redaction.Explained.Replacement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Puts text and replacements together, line by line. Replacements come before their text does. */
final class ExplainedLines {

  /** The reader takes no more. */
  static final class Enough extends IOException {
    Enough() {
      super("enough was read");
    }
  }

  private record Found(long start, long end, String text, RuleId rule) {}

  private final int longest;
  private final Explainer.Reader reader;
  private final Deque<Found> waiting = new ArrayDeque<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long lineStart;
  private long at;
  private long number = 1;

  ExplainedLines(int longest, Explainer.Reader reader) {
    this.longest = longest;
    this.reader = reader;
  }

  void replaced(long start, long end, String text, RuleId rule) {
    waiting.add(new Found(start, end, text, rule));
  }

  void text(byte[] buffer, int from, int to) throws Enough {
    int begin = from;
    for (int p = from; p < to; p++) {
      if (buffer[p] == '\n') {
        keep(buffer, begin, p);
        at++;
        emit();
        begin = p + 1;
      }
    }
    keep(buffer, begin, to);
  }

  /** Some bytes more than are shown, so that a value at the border is known as a whole. */
  private void keep(byte[] buffer, int from, int to) {
    int room = Math.max(0, longest * 4 + 4 - line.size());
    line.write(buffer, from, Math.min(room, to - from));
    at += to - from;
  }

  void end() throws Enough {
    if (at > lineStart) {
      emit();
    }
  }

  private void emit() throws Enough {
    Utf8Text text = new Utf8Text(line.toByteArray());
    List<Replacement> replacements = new ArrayList<>();
    int shown = Math.min(longest, text.length());
    for (Found next = waiting.peek(); next != null && next.start < at; next = waiting.peek()) {
      waiting.remove();
      int start = text.charAt(next.start - lineStart);
      int end = text.charAt(next.end - lineStart);
      if (start < shown && end > shown) {
        // Half a value must not look like one that stays.
        shown = start;
      }
      if (end <= shown && end > start) {
        replacements.add(new Replacement(start, end, next.text, next.rule.kind(), next.rule.id()));
      }
    }
    boolean shortened = shown < text.length() || line.size() + 1 < at - lineStart;
    Explained explained = new Explained(number, text.upTo(shown), replacements, shortened);
    number++;
    lineStart = at;
    line.reset();
    if (!reader.take(explained)) {
      throw new Enough();
    }
  }
}
