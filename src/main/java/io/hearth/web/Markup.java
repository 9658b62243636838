package io.hearth.web;

/** Text on its way into HTML. */
final class Markup {

  private Markup() {}

  static String text(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String attribute(String name, String raw) {
    return " " + name + "=\"" + text(raw) + "\"";
  }
}
