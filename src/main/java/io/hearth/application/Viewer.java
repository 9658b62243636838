package io.hearth.application;

import com.google.gson.stream.JsonWriter;
import io.hearth.insight.Summary;
import io.hearth.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * The script inside the overview, with the data that it draws. The page's policy names the script
 * by its digest, so that nothing else on the page can ever run, and lets it ask for nothing.
 */
final class Viewer {

  /** The page stays small enough to open at once; {@code insight.json} has all groups. */
  private static final int GROUPS = 100;

  private static final String SCRIPT = "/hearth-viewer/viewer.js";

  private final String script;

  private Viewer(String script) {
    this.script = script;
  }

  static Viewer load() throws IOException {
    try (InputStream in = Viewer.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new IOException("the build left out " + SCRIPT);
      }
      return new Viewer(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  String digest() {
    return digest(script);
  }

  /** As a source in a policy: {@code sha256-…}. */
  static String digest(String text) {
    byte[] digest = Sha256.begin().digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  void write(Texts texts, Summary summary, Writer out) throws IOException {
    out.write("<script type=\"application/json\" id=\"hearth-data\">");
    JsonWriter json = new JsonWriter(out);
    // No "<" is written as such: neither "</script" nor "<!--" can end the data.
    json.setHtmlSafe(true);
    json.beginObject();
    json.name("texts").beginObject();
    for (Map.Entry<String, String> text : texts.below("zip.viewer.").entrySet()) {
      json.name(text.getKey()).value(text.getValue());
    }
    json.endObject();
    if (!summary.isEmpty()) {
      json.name("insight");
      summary.write(json, GROUPS);
    }
    json.endObject();
    json.flush();
    out.write("</script>\n<script>");
    out.write(script);
    out.write("</script>\n");
  }
}
