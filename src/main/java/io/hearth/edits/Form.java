package io.hearth.edits;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of something that should not be passed on, as {@code SHAPES} in {@code
 * frontend/review/change/second-look.ts} has it; test/conformance/review/changes.json holds both to
 * one result.
 *
 * @param marks one of which, in small letters, begins each place, or is what {@code before} tells
 * @param before so many signs stand before the mark at most, all letters, digits or {@code others};
 *     0 where the mark begins the place
 * @param pattern of bounded length, so that no text makes it slow
 * @param harmless whether a place that fits is harmless all the same
 */
record Form(
    List<String> marks, int before, String others, Pattern pattern, Predicate<String> harmless) {

  /** What a script's regular expression takes for white space. */
  private static final String SPACE =
      "\\s\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

  private static final String SPACES = "[" + SPACE + "]{0,3}";

  /** A border of a word by ASCII alone, at its beginning and at its end. */
  private static final String BEGIN = "(?<!\\w)";

  private static final String END = "(?!\\w)";

  private static final Pattern PSEUDONYM =
      Pattern.compile(
          BEGIN
              + "(?:redacted|user|name|host|domain|phone|card|unit|project|own)-[0-9a-f]{10}"
              + END);

  /** RFC 2606, and what Hearth itself writes for a domain. */
  private static final Pattern RESERVED =
      Pattern.compile(
          "@(?:[\\w-]{1,63}\\.){0,8}(?:example(?:\\.(?:com|net|org))?|invalid|localhost|test)\\z",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PROGRAM = Pattern.compile("^(?:git|no-?reply)@");

  static final List<Form> ALL =
      List.of(
          exact(BEGIN + "eyJ[\\w-]{10,2000}\\.[\\w-]{10,2000}\\.[\\w-]{0,2000}", "eyj"),
          exact(BEGIN + "A(?:KIA|SIA)[0-9A-Z]{16}" + END, "akia", "asia"),
          exact(BEGIN + "gh[pousr]_[A-Za-z0-9]{30,200}|" + BEGIN + "github_pat_\\w{30,200}", "gh"),
          exact(
              BEGIN + "glpat-[\\w-]{18,200}|" + BEGIN + "xox[abeprs]-[\\w-]{10,200}",
              "glpat-",
              "xox"),
          exact(
              BEGIN
                  + "npm_[A-Za-z0-9]{30,200}|"
                  + BEGIN
                  + "pypi-[\\w-]{30,200}|"
                  + BEGIN
                  + "AIza[\\w-]{35}",
              "npm_",
              "pypi-",
              "aiza"),
          exact(
              BEGIN
                  + "[sr]k_live_[A-Za-z0-9]{16,200}|"
                  + BEGIN
                  + "SG\\.[\\w-]{16,200}\\.[\\w-]{16,200}",
              "sk_live_",
              "rk_live_",
              "sg."),
          exact(
              BEGIN + "BBDC-[A-Za-z0-9+/=]{30,200}|" + BEGIN + "ATATT3x[\\w=-]{20,300}",
              "bbdc-",
              "atatt3x"),
          anyCase(BEGIN + "Bearer[" + SPACE + "]{1,3}[\\w.~+/=-]{12,2000}", "bearer"),
          valueAfter("token|secret|api_?key", "token", "secret", "api"),
          exact(BEGIN + "Basic[" + SPACE + "]{1,3}[A-Za-z0-9+/]{8,500}={0,2}(?![\\w-])", "basic"),
          valueAfter("password|passwd|pwd|passphrase", "passw", "pwd", "passphrase"),
          exact("://[\\w.%+-]{1,100}:[^" + SPACE + "@/]{1,100}@", "://").but(Form::isPseudonym),
          valueAfter("jsessionid|sessionid", "jsessionid", "sessionid"),
          exact("BEGIN [A-Z ]{0,20}PRIVATE KEY-----", "begin "),
          exact(
                  "(?<![\\w.%+-])[\\w.%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,24}"
                      + "(?![\\w-])",
                  "@")
              .behind(64, ".%+-")
              .but(Form::isNobody),
          exact("(?<![\\w.-])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w-]|\\.\\d)", ".")
              .behind(3, "")
              .but(Form::isNoAddress),
          anyCase("(?<![\\w:.])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\\w:])", ":")
              .behind(4, "")
              .but(found -> found.toLowerCase(Locale.ROOT).startsWith("2001:db8:")));

  private static Form exact(String pattern, String... marks) {
    return new Form(List.of(marks), 0, "", Pattern.compile(pattern), found -> false);
  }

  private static Form anyCase(String pattern, String... marks) {
    return new Form(
        List.of(marks), 0, "", Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), found -> false);
  }

  private static Form valueAfter(String names, String... marks) {
    String value = "[\"']?[^" + SPACE + "\"'<>&,;)\\]}]{6,200}";
    return anyCase("(?:" + names + ")[\"']?" + SPACES + "[=:]" + SPACES + value, marks)
        .but(Form::isPseudonym);
  }

  private Form but(Predicate<String> harmlessOnes) {
    return new Form(marks, before, others, pattern, harmlessOnes);
  }

  private Form behind(int most, String signs) {
    return new Form(marks, most, signs, pattern, harmless);
  }

  private static boolean isPseudonym(String found) {
    return PSEUDONYM.matcher(found).find() || found.contains("[taken");
  }

  private static boolean isNobody(String found) {
    return RESERVED.matcher(found).find() || isPseudonym(found) || PROGRAM.matcher(found).find();
  }

  /** Pseudonyms are of 240.0.0.0/4; this machine, no machine, and a mask tell nothing. */
  private static boolean isNoAddress(String found) {
    List<Integer> parts = List.of(found.split("\\.")).stream().map(Integer::valueOf).toList();
    int first = parts.get(0);
    return parts.stream().anyMatch(part -> part > 255)
        || first >= 240
        || first == 127
        || first == 0;
  }

  /** Told of each place, from the front, without those that overlap one before. */
  @FunctionalInterface
  interface Place {
    void at(int from, int to);
  }

  /** {@code small} is the same text in small letters of ASCII. */
  void search(String text, String small, Place place) {
    Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    int[] next = new int[marks.size()];
    Arrays.fill(next, -1);
    int free = 0;
    int mark = first(small, 0, next);
    while (mark < text.length()) {
      int from = before == 0 ? mark : begin(text, mark);
      boolean found =
          from >= free && mark - from <= before && matcher.region(from, text.length()).lookingAt();
      if (found) {
        place.at(from, matcher.end());
        free = matcher.end();
      }
      mark = first(small, found ? free : mark + 1, next);
    }
  }

  /** Where the run of signs begins that a place with a mark inside it has to begin with. */
  private int begin(String text, int mark) {
    int from = mark;
    while (from > 0 && mark - from <= before && isInRun(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private boolean isInRun(char c) {
    boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    return letter || c >= '0' && c <= '9' || c == '_' || others.indexOf(c) >= 0;
  }

  /** Where the first of the marks stands from here on; the text's length where none does. */
  private int first(String small, int from, int[] next) {
    int first = small.length();
    for (int n = 0; n < next.length; n++) {
      if (next[n] < from) {
        int found = small.indexOf(marks.get(n), from);
        next[n] = found < 0 ? small.length() : found;
      }
      first = Math.min(first, next[n]);
    }
    return first;
  }
}
