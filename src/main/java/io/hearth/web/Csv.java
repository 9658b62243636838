package io.hearth.web;

/** Cells of a table as RFC 4180 has them. */
final class Csv {

  private Csv() {}

  /** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
  static String cell(String value) {
    boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
  }
}
