package io.hearth.redaction;

/** How bad it would be if a value of a kind left the server. */
public enum Severity {
  SECRET,
  PERSONAL,
  INTERNAL
}
