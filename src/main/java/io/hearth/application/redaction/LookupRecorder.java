package io.hearth.application.redaction;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.hearth.application.redaction.LookupTables.Row;
import io.hearth.redaction.Kind;
import io.hearth.redaction.Replacements;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gathers what pseudonyms stand for while a ZIP is made; bounded, the first ones stay. */
final class LookupRecorder implements Replacements {

  private static final int MOST = 100_000;
  private static final int LONGEST = 500;

  private static final Gson GSON = new Gson();

  private final Map<String, Row> rows = new ConcurrentHashMap<>();

  @Override
  public void replaced(String value, String pseudonym, Kind kind) {
    if (!pseudonym.isEmpty() && value.length() <= LONGEST && rows.size() < MOST) {
      rows.computeIfAbsent(pseudonym, key -> new Row(key, value, kind.id()));
    }
  }

  /** A line for each, for the node that began the ZIP. */
  void write(OutputStream out) throws IOException {
    Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    for (Row row : rows.values()) {
      lines.write(GSON.toJson(row) + "\n");
    }
    lines.flush();
  }

  /** Adds what another node wrote. */
  void read(InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Row row = GSON.fromJson(line, Row.class);
        if (row.value().length() <= LONGEST && rows.size() < MOST) {
          rows.putIfAbsent(row.pseudonym(), row);
        }
      }
    } catch (JsonParseException | NullPointerException e) {
      // Their messages would quote a value.
      throw new IOException("what another node replaced cannot be read");
    }
  }

  Map<String, Row> rows() {
    return rows;
  }
}
