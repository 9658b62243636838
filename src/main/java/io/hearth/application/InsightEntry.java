package io.hearth.application;

import com.google.gson.stream.JsonWriter;
import io.hearth.insight.Insight;
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

  static void write(Insight insight, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    insight.write(new JsonWriter(writer), Insight.ALL);
    writer.write('\n');
    writer.flush();
  }
}
