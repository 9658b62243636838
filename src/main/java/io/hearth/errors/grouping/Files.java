package io.hearth.errors.grouping;

import java.util.Locale;
import java.util.Set;

/** Names of scripts without what changes from build to build. */
final class Files {

  /** What a name says about how it was built, and nothing about what it holds. */
  private static final Set<String> BUILD =
      Set.of(
          "min",
          "prod",
          "production",
          "dev",
          "development",
          "bundle",
          "bundled",
          "build",
          "dist",
          "esbuild",
          "webpack",
          "terser",
          "rollup",
          "vite",
          "swc",
          "parcel",
          "chunk",
          "chunks",
          "entry",
          "js",
          "mjs",
          "cjs",
          "jsx",
          "ts",
          "tsx",
          "map",
          "es5",
          "es6",
          "esm",
          "umd",
          "iife",
          "legacy",
          "modern",
          "src",
          "index",
          "main",
          "app",
          "batch",
          "runtime",
          "script",
          "scripts");

  private static final Set<String> LIBRARIES =
      Set.of(
          "jquery",
          "lodash",
          "underscore",
          "backbone",
          "react",
          "preact",
          "vue",
          "angular",
          "vendor",
          "vendors",
          "polyfill",
          "polyfills",
          "require",
          "almond",
          "moment",
          "handlebars",
          "zone",
          "sentry",
          "raven",
          "bugsnag",
          "soy",
          "aui",
          "marionette",
          "knockout");

  private Files() {}

  /**
   * {@code list-view} for {@code /assets/list-view.3f2a9c1b.min.js}; empty when nothing is left.
   */
  static String stem(String path) {
    StringBuilder stem = new StringBuilder();
    for (String word : words(path)) {
      if (!BUILD.contains(word) && !isHash(word)) {
        stem.append(stem.isEmpty() ? "" : "-").append(word);
      }
    }
    return stem.toString();
  }

  /** A path inside a project, as maps name it: {@code webpack://app/./src/a.js?1f3b}. */
  static String original(String file) {
    String path = file.replace('\\', '/');
    int query = path.indexOf('?');
    if (query >= 0) {
      path = path.substring(0, query);
    }
    int scheme = path.indexOf("://");
    if (scheme >= 0) {
      int host = path.indexOf('/', scheme + 3);
      path = host < 0 ? path.substring(scheme + 3) : path.substring(host + 1);
    }
    while (path.startsWith("./") || path.startsWith("../") || path.startsWith("/")) {
      path = path.substring(path.indexOf('/') + 1);
    }
    return path.replace("/./", "/");
  }

  /** Whether a script is a library's, by its name or the folder it was installed into. */
  static boolean isLibrary(String path) {
    if (path.contains("node_modules/")) {
      return true;
    }
    for (String word : words(path)) {
      if (LIBRARIES.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static String[] words(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.split("[._~@-]+");
  }

  /** Six and more hexadecimal digits or mixed letters, some of them digits; or digits alone. */
  private static boolean isHash(String word) {
    int digits = 0;
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      if (Character.isDigit(word.charAt(i))) {
        digits++;
      } else {
        letters++;
      }
    }
    return letters == 0 || word.length() >= 6 && digits >= 2 && letters < word.length() - 1;
  }
}
