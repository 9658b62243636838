package io.hearth.errors.envelope;

import io.hearth.errors.event.Bounds;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a script lies, by its address: without host, query and fragment, and for web resources
 * without what is there for caches only ({@code /s/…/_/}). The address of a web resource names the
 * app; see the products' shapes in docs/browser-errors.md.
 */
record Scripts(String file, String module) {

  private static final Pattern RESOURCE =
      Pattern.compile(".*/download/(?:batch|resources)/([\\w.-]{1,200}):([\\w.-]{1,100})/(.+)");
  private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]{0,40}):(?://)?(.*)");
  private static final int LONGEST = 2000;

  /**
   * Hosts of scripts that programs on the user's computer put into pages (Relay,
   * browser_extensions.rs).
   */
  private static final List<String> INJECTING =
      List.of(
          "kaspersky-labs.com",
          "texthelp.com",
          "graph.facebook.com",
          "connect.facebook.net",
          "woopra-ns.com",
          "static.woopra.com",
          "metrics.itunes.apple.com.edgesuite.net",
          "127.0.0.1:4001");

  static Scripts of(String address) {
    String text = cutAt(cutAt(Bounds.cut(address, LONGEST), '?'), '#');
    // Most addresses are paths of this instance: patterns are tried only where they may fit.
    if (text.indexOf(':') < 0) {
      return ofPath(text);
    }
    Matcher scheme = SCHEME.matcher(text);
    if (!scheme.matches()) {
      return ofPath(text);
    }
    boolean page = scheme.group(1).equals("http") || scheme.group(1).equals("https");
    String rest = scheme.group(2);
    int slash = rest.indexOf('/');
    String path = slash < 0 ? "/" : rest.substring(slash);
    if (!page) {
      // Of an extension only that it is one; blob: and data: hold an id or the script itself.
      return foreign(scheme.group(1), path);
    }
    String host = slash < 0 ? rest : rest.substring(0, slash);
    return INJECTING.stream().anyMatch(host::endsWith) ? foreign("injected", path) : ofPath(path);
  }

  private static Scripts ofPath(String path) {
    if (path.contains("/download/")) {
      Matcher resource = RESOURCE.matcher(path);
      if (resource.matches()) {
        String module = resource.group(1) + ":" + resource.group(2);
        return new Scripts(Bounds.cut(resource.group(3), Bounds.FILE), module);
      }
    }
    int cache = path.indexOf("/_/");
    return new Scripts(Bounds.cut(cache >= 0 ? path.substring(cache + 2) : path, Bounds.FILE), "");
  }

  private static Scripts foreign(String scheme, String path) {
    return new Scripts(Bounds.cut(scheme + ":" + lastName(path), Bounds.FILE), "");
  }

  private static String lastName(String path) {
    return path.substring(path.lastIndexOf('/'));
  }

  private static String cutAt(String text, char sign) {
    int place = text.indexOf(sign);
    return place < 0 ? text : text.substring(0, place);
  }
}
