package io.hearth.errors.grouping;

import java.util.ArrayList;
import java.util.List;
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

  /** Names that stand in many folders. */
  private static final Set<String> VAGUE =
      Set.of(
          "util",
          "utils",
          "helper",
          "helpers",
          "common",
          "types",
          "constants",
          "model",
          "view",
          "controller",
          "component",
          "container",
          "store",
          "state",
          "actions",
          "reducer",
          "reducers",
          "selectors",
          "hooks",
          "service",
          "api",
          "page",
          "styled",
          "styles");

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

  private static final String BETWEEN_WORDS = "._~@-";

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

  /**
   * What names an original file whichever build wrote the map: bundlers disagree on where paths
   * begin ({@code webpack://app/./src/board/list.ts?1f3b}, {@code ../src/board/list.ts}) and
   * compilers on how they end, so this is its last name, with the folder where that says little.
   */
  static String original(String file) {
    String path = file.replace('\\', '/').toLowerCase(Locale.ROOT);
    int query = path.indexOf('?');
    if (query >= 0) {
      path = path.substring(0, query);
    }
    String[] parts = path.split("/");
    String name = withoutEnding(parts[parts.length - 1]);
    boolean vague = BUILD.contains(name) || VAGUE.contains(name);
    return vague && parts.length > 1 ? parts[parts.length - 2] + "/" + name : name;
  }

  private static String withoutEnding(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
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

  /** What stands between signs; a plain loop, as every frame of every event comes here. */
  private static List<String> words(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>(4);
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || BETWEEN_WORDS.indexOf(name.charAt(i)) >= 0) {
        if (i > start) {
          words.add(name.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
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
