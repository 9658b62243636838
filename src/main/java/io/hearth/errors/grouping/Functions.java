package io.hearth.errors.grouping;

import java.util.List;
import java.util.Set;

/**
 * Names of functions, as the engines spell them, brought to what the source calls them: {@code
 * Object.foo}, {@code new Foo}, {@code async foo}, {@code Foo.bar [as baz]} of V8; {@code
 * foo/bar<}, {@code a</b.prototype.foo}, {@code async*foo} of SpiderMonkey; {@code foo@} forms of
 * JavaScriptCore come parsed.
 */
final class Functions {

  /** What stands in for a function that has no name, or around all functions. */
  private static final Set<String> NOBODY =
      Set.of(
          "?",
          "anonymous",
          "eval",
          "code",
          "global",
          "module",
          "exports",
          "default",
          "undefined",
          "constructor",
          "prototype");

  /** Helpers that compilers and libraries put between: they say nothing about the place. */
  private static final Set<String> HELPERS =
      Set.of(
          "apply",
          "call",
          "bind",
          "value",
          "next",
          "step",
          "then",
          "catch",
          "finally",
          "invoke",
          "tryCatch",
          "fulfilled",
          "rejected",
          "resolve",
          "reject",
          "forEach",
          "map",
          "flatMap",
          "filter",
          "reduce",
          "some",
          "every",
          "find",
          "from",
          "sort",
          "each",
          "wrap",
          "wrapped",
          "wrapper",
          "dispatch",
          "trigger",
          "emit",
          "handle",
          "handler",
          "callback",
          "listener",
          "fire",
          "fireWith",
          "asyncGeneratorStep",
          "asyncToGenerator",
          "_callee",
          "_next",
          "_throw",
          "__awaiter",
          "__generator",
          "__webpack_require__",
          "webpackJsonpCallback",
          "nrWrapper",
          "sentryWrapped",
          "processTicksAndRejections");

  /** Short words that people give as names; other names of three letters come from minifiers. */
  private static final Set<String> SHORT =
      Set.of("get", "set", "run", "add", "put", "del", "pop", "log", "tag", "use", "max", "min");

  /** What engines write before a name. */
  private static final List<String> WORDS =
      List.of("async ", "async*", "new ", "get ", "set ", "bound ");

  private Functions() {}

  /** The function's own name; empty when it has none. */
  static String name(String spelled) {
    String name = spelled.strip();
    int alias = name.indexOf(" [as ");
    if (alias > 0) {
      name = name.substring(0, alias);
    }
    name = withoutWords(name);
    // SpiderMonkey: path of functions; "<" ends what it guessed for one that has no name.
    if (name.endsWith("<")) {
      return "";
    }
    name = name.substring(name.lastIndexOf('/') + 1);
    name = name.substring(name.lastIndexOf('.') + 1);
    if (name.startsWith("#")) {
      name = name.substring(1);
    }
    return isIdentifier(name) && !NOBODY.contains(name) ? name : "";
  }

  private static String withoutWords(String name) {
    String rest = name;
    for (String word : WORDS) {
      if (rest.startsWith(word)) {
        rest = rest.substring(word.length());
      }
    }
    return rest;
  }

  /** The name where it tells the place in every build and engine; empty where it does not. */
  static String telling(String spelled) {
    String name = name(spelled);
    boolean helper = HELPERS.contains(name) || name.startsWith("_callee");
    return helper || isMangled(name) ? "" : name;
  }

  /** An original name; empty where it is one of a helper, as maps name a callback by its caller. */
  static String original(String spelled) {
    String name = name(spelled);
    return HELPERS.contains(name) ? "" : name;
  }

  private static boolean isMangled(String name) {
    return name.length() < 4 && !SHORT.contains(name) || isNumbered(name);
  }

  /** {@code Qx12}, {@code t1234}: what esbuild and others make of names that collide. */
  private static boolean isNumbered(String name) {
    int letters = 0;
    while (letters < name.length() && !Character.isDigit(name.charAt(letters))) {
      letters++;
    }
    return letters < 4 && letters < name.length();
  }

  private static boolean isIdentifier(String name) {
    if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (!Character.isJavaIdentifierPart(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
