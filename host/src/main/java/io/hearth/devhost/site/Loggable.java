package io.hearth.devhost.site;

/** What people type, fit for one line of a log. */
final class Loggable {
  private static final int MOST = 100;

  private Loggable() {}

  static String text(String typed) {
    String oneLine = typed.replaceAll("\\p{Cntrl}", "?");
    return oneLine.substring(0, Math.min(oneLine.length(), MOST));
  }
}
