package io.hearth.web;

import java.util.List;
import java.util.stream.Collectors;

/** Tables as RFC 4180 has them. */
final class Csv {

  private Csv() {}

  static String line(List<String> values) {
    return values.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
  static String cell(String value) {
    boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
  }
}
