package io.hearth.edits;

import java.util.List;

/** What goes out of one text. */
public record Edit(List<Stretch> lines, List<Word> words) {

  public Edit {
    lines = List.copyOf(lines);
    words = List.copyOf(words);
  }
}
