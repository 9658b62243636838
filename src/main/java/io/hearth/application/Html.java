package io.hearth.application;

import java.io.IOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes HTML. Only constants of the program become markup; every value is encoded. */
final class Html {

  private final Writer out;

  Html(Writer out) {
    this.out = out;
  }

  /** Markup of the program's own. */
  Html raw(String markup) throws IOException {
    out.write(markup);
    return this;
  }

  Html text(String value) throws IOException {
    out.write(encoded(value));
    return this;
  }

  Html element(String tag, String value) throws IOException {
    return raw("<" + tag + ">").text(value).raw("</" + tag + ">\n");
  }

  Html element(String tag, String cssClass, String value) throws IOException {
    return raw("<" + tag + " class=\"" + cssClass + "\">").text(value).raw("</" + tag + ">\n");
  }

  /** The state of an entry: a word on a colour. */
  Html tag(String state, Texts texts) throws IOException {
    return element("span", "tag " + state, texts.text("zip.overview.state." + state));
  }

  /** A link to another entry of the unpacked ZIP. */
  Html entryLink(String name) throws IOException {
    StringBuilder href = new StringBuilder();
    for (String segment : name.split("/")) {
      String plus = URLEncoder.encode(segment, StandardCharsets.UTF_8);
      href.append(href.length() == 0 ? "" : "/").append(plus.replace("+", "%20"));
    }
    return raw("<a href=\"").text(href.toString()).raw("\">").text(name).raw("</a>");
  }

  /** For element content and quoted attributes alike. */
  static String encoded(String value) {
    StringBuilder encoded = new StringBuilder(value.length() + 16);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> encoded.append("&amp;");
        case '<' -> encoded.append("&lt;");
        case '>' -> encoded.append("&gt;");
        case '"' -> encoded.append("&quot;");
        case '\'' -> encoded.append("&#39;");
        default -> encoded.append(c);
      }
    }
    return encoded.toString();
  }
}
