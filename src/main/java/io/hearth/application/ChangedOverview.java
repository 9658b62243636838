package io.hearth.application;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The {@code index.html} of a ZIP out of which a person took something: what went, what is there.
 */
final class ChangedOverview {

  /** In each list; the manifest names all. */
  private static final int MOST = 1000;

  private static final String POLICY =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
          + " 'unsafe-inline'\">\n";
  private static final String STYLE =
      "<style>:root{color-scheme:light dark}body{font:14px/1.5 system-ui,sans-serif;"
          + "max-width:60rem;margin:2rem auto;padding:0 1rem}li{overflow-wrap:anywhere}</style>\n";

  private final Texts texts;

  ChangedOverview(Texts texts) {
    this.texts = texts;
  }

  void write(List<String> removed, List<String> edited, List<String> kept, OutputStream out)
      throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Html html = new Html(writer);
    String title = texts.text("zip.changed.title");
    html.raw("<!doctype html>\n<html lang=\"").text(texts.locale().toLanguageTag());
    html.raw("\">\n<head>\n<meta charset=\"utf-8\">\n" + POLICY);
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.element("title", title).raw(STYLE + "</head>\n<body>\n");
    html.element("h1", title).element("p", texts.text("zip.changed.note"));
    section(html, "zip.changed.removed", removed, Html::text);
    section(html, "zip.changed.edited", edited, Html::entryLink);
    section(html, "zip.changed.entries", kept, Html::entryLink);
    html.raw("</body>\n</html>\n");
    writer.flush();
  }

  @FunctionalInterface
  private interface Shown {
    void in(Html html, String name) throws IOException;
  }

  private void section(Html html, String title, List<String> names, Shown shown)
      throws IOException {
    if (names.isEmpty()) {
      return;
    }
    html.element("h2", texts.text(title, names.size())).raw("<ul>\n");
    for (String name : names.subList(0, Math.min(MOST, names.size()))) {
      html.raw("<li>");
      shown.in(html, name);
      html.raw("</li>\n");
    }
    html.raw((names.size() > MOST ? "<li>…</li>\n" : "") + "</ul>\n");
  }
}
