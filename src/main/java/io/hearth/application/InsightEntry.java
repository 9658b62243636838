package io.hearth.application;

import com.google.gson.stream.JsonWriter;
import io.hearth.insight.Summary;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes {@code insight.json}: what the overview draws, for programs. It holds redacted text only,
 * and is searched a second time like any entry.
 */
final class InsightEntry {

  static final String NAME = "insight.json";

  private InsightEntry() {}

  static void write(Summary summary, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    summary.write(new JsonWriter(writer), Summary.ALL);
    writer.write('\n');
    writer.flush();
  }
}
