package io.hearth.devhost.site;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a page of an app apart as SiteMesh does: title, the rest of the head, and what is inside
 * the body. Comments, scripts and styles are stepped over whole, so tags in them mean nothing.
 */
final class DecoratedPage {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?is)<!--.*?-->"
              + "|<(script|style|textarea)\\b[^>]*>.*?</\\1\\s*>"
              + "|<title\\b[^>]*>(?<title>.*?)</title\\s*>"
              + "|<meta\\b(?<meta>[^>]*)>"
              + "|<(?<end>/?)(?<part>head|body)\\b[^>]*>");
  private static final Pattern DECORATOR = attribute("name", "decorator");
  private static final Pattern CONTENT = Pattern.compile("(?i)\\bcontent\\s*=\\s*[\"']([^\"']*)");

  private final StringBuilder head = new StringBuilder();
  private String title = "";
  private Optional<Decorator> decorator = Optional.empty();
  private int copied = -1;
  private int bodyStart = -1;
  private int bodyEnd = -1;

  private DecoratedPage() {}

  private static Pattern attribute(String name, String value) {
    return Pattern.compile("(?i)\\b" + name + "\\s*=\\s*[\"']?" + value + "\\b");
  }

  /** Empty when the page asks for no frame that there is. */
  static Optional<Page> parse(String html) {
    return new DecoratedPage().read(html);
  }

  private Optional<Page> read(String html) {
    Matcher token = TOKEN.matcher(html);
    while (token.find()) {
      if (token.group("part") != null) {
        border(html, token);
      } else if (copied >= 0 && token.group("title") != null) {
        title = unescaped(token.group("title").strip());
        leaveOut(html, token);
      } else if (copied >= 0 && token.group("meta") != null) {
        meta(html, token);
      }
    }
    int end = bodyEnd < 0 ? html.length() : bodyEnd;
    return bodyStart < 0
        ? Optional.empty()
        : decorator.map(
            kind ->
                new Page(
                    kind,
                    title,
                    new Html(head.toString()),
                    new Html(html.substring(bodyStart, end))));
  }

  private void border(String html, Matcher token) {
    boolean end = !token.group("end").isEmpty();
    if (token.group("part").toLowerCase(Locale.ROOT).equals("body")) {
      if (end) {
        bodyEnd = token.start();
      } else if (bodyStart < 0) {
        bodyStart = token.end();
      }
    } else if (!end) {
      copied = token.end();
    } else if (copied >= 0) {
      head.append(html, copied, token.start());
      copied = -1;
    }
  }

  private void meta(String html, Matcher token) {
    String attributes = token.group("meta");
    if (DECORATOR.matcher(attributes).find()) {
      Matcher content = CONTENT.matcher(attributes);
      decorator = content.find() ? Decorator.named(content.group(1)) : Optional.empty();
      leaveOut(html, token);
    } else if (attributes.toLowerCase(Locale.ROOT).contains("charset")) {
      // The frame names its own, as its first.
      leaveOut(html, token);
    }
  }

  private void leaveOut(String html, Matcher token) {
    head.append(html, copied, token.start());
    copied = token.end();
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
