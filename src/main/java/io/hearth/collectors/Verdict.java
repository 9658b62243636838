package io.hearth.collectors;

import java.util.List;

/**
 * What a health check found.
 *
 * @param words fill the places of the catalogue's text for this check and status
 * @param measured what was found and where the borders are, for programs
 */
record Verdict(Status status, List<Object> words, Facts measured) {

  Verdict {
    words = List.copyOf(words);
  }

  enum Status {
    OK,
    WARNING,
    PROBLEM;

    /** For a value of which more is worse. */
    static Status reached(double value, double warning, double problem) {
      if (value >= problem) {
        return PROBLEM;
      }
      return value >= warning ? WARNING : OK;
    }
  }
}
