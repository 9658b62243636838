package io.hearth.errors.grouping;

/** The part of an expression that a minifier keeps: its last property. */
final class Expressions {

  private Expressions() {}

  /**
   * {@code name} for {@code e.user.name}, {@code (0, n.name)}, {@code t.name(3)}, {@code
   * e["name"]}, {@code e.name = 4}. Empty for {@code e} and {@code e[t]}, where only local names
   * stand.
   */
  static String last(String expression) {
    String text = withoutAssignment(expression.strip());
    text = withoutCalls(text);
    if (text.startsWith("new ")) {
      text = text.substring(4);
    }
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ')') {
      end--;
    }
    if (end > 2 && text.charAt(end - 1) == ']') {
      return quoted(text, end - 1);
    }
    int start = end;
    while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
      start--;
    }
    boolean property = start > 0 && text.charAt(start - 1) == '.';
    String name = text.substring(start, end);
    return property || name.length() > 3 && !name.equals("undefined") && !name.equals("Object")
        ? name
        : "";
  }

  private static String quoted(String text, int bracket) {
    char quote = text.charAt(bracket - 1);
    int open = quote == '"' || quote == '\'' ? text.lastIndexOf(quote, bracket - 2) : -1;
    return open > 0 && text.charAt(open - 1) == '[' ? text.substring(open + 1, bracket - 1) : "";
  }

  private static String withoutAssignment(String text) {
    for (int i = 1; i < text.length() - 1; i++) {
      boolean alone =
          text.charAt(i) == '=' && text.charAt(i + 1) != '=' && text.charAt(i + 1) != '>';
      if (alone && "=!<>".indexOf(text.charAt(i - 1)) < 0) {
        return text.substring(0, i).strip();
      }
    }
    return text;
  }

  /** Cuts arguments at the end, but keeps what only stands in brackets, as {@code (0, a.b)}. */
  private static String withoutCalls(String text) {
    String rest = text;
    while (rest.endsWith(")")) {
      int depth = 0;
      int open = rest.length() - 1;
      for (; open >= 0; open--) {
        depth += rest.charAt(open) == ')' ? 1 : rest.charAt(open) == '(' ? -1 : 0;
        if (depth == 0) {
          break;
        }
      }
      boolean call =
          open > 0
              && (Character.isJavaIdentifierPart(rest.charAt(open - 1))
                  || ")]".indexOf(rest.charAt(open - 1)) >= 0);
      if (!call) {
        return rest;
      }
      rest = rest.substring(0, open);
    }
    return rest;
  }
}
