package io.hearth.redaction;

import java.util.Locale;

/** What an entry's name tells of its structure. */
enum Format {
  PROPERTIES,
  INI,
  XML,
  JSON,
  YAML,
  /** Logs and whatever else is text. */
  TEXT;

  static Format of(String entryName) {
    String name = entryName.toLowerCase(Locale.ROOT);
    String file = name.substring(name.lastIndexOf('/') + 1);
    if (file.endsWith(".gz")) {
      file = file.substring(0, file.length() - 3);
    }
    if (file.endsWith(".properties")) {
      return PROPERTIES;
    }
    if (ends(file, ".ini", ".cfg", ".conf", ".env", ".sh", ".bat", ".cnf", ".toml")
        || file.equals("environ")) {
      return INI;
    }
    if (ends(file, ".xml", ".xsd", ".html", ".xhtml", ".xsl", ".svg", ".vm")) {
      return XML;
    }
    if (ends(file, ".json", ".jsonl", ".ndjson")) {
      return JSON;
    }
    return ends(file, ".yml", ".yaml") ? YAML : TEXT;
  }

  private static boolean ends(String name, String... endings) {
    for (String ending : endings) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a setting at the start of a line has the rest of the line for its value. */
  boolean hasSettingsLines() {
    return this == PROPERTIES || this == INI || this == YAML;
  }
}
