package io.hearth.redaction;

/** Is told each value that is replaced; secrets are never told. */
@FunctionalInterface
public interface Replacements {
  void replaced(String value, String pseudonym, Kind kind);
}
