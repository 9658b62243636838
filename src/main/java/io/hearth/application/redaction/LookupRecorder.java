package io.hearth.application.redaction;

import io.hearth.application.redaction.LookupTables.Row;
import io.hearth.redaction.Kind;
import io.hearth.redaction.Replacements;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gathers what pseudonyms stand for while a ZIP is made; bounded, the first ones stay. */
final class LookupRecorder implements Replacements {

  private static final int MOST = 100_000;
  private static final int LONGEST = 500;

  private final Map<String, Row> rows = new ConcurrentHashMap<>();

  @Override
  public void replaced(String value, String pseudonym, Kind kind) {
    if (!pseudonym.isEmpty() && value.length() <= LONGEST && rows.size() < MOST) {
      rows.computeIfAbsent(pseudonym, key -> new Row(key, value, kind.id()));
    }
  }

  Map<String, Row> rows() {
    return rows;
  }
}
