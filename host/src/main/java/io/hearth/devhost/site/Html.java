package io.hearth.devhost.site;

import java.util.Collection;
import java.util.stream.Collectors;

/** Markup that is safe to write. Text becomes markup only by being encoded. */
record Html(String markup) {
  static final Html EMPTY = new Html("");

  static Html text(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> encoded.append("&amp;");
        case '<' -> encoded.append("&lt;");
        case '>' -> encoded.append("&gt;");
        case '"' -> encoded.append("&quot;");
        case '\'' -> encoded.append("&#39;");
        default -> encoded.append(c);
      }
    }
    return new Html(encoded.toString());
  }

  static Html joined(Collection<Html> parts) {
    return new Html(parts.stream().map(Html::markup).collect(Collectors.joining()));
  }
}
