package io.hearth.redaction;

/** Tells whether a plain {@code name} stands in an object or element that describes a person. */
final class Persons {
  private static final int NEAR = 160;
  private static final String[] BESIDE = {
    "displayname",
    "fullname",
    "full-name",
    "full_name",
    "email",
    "\"mail\"",
    " mail=",
    "userkey",
    "firstname",
    "lastname",
    "\"phone\"",
    "avatarurl"
  };
  private static final String[] PARENTS = {
    "user",
    "author",
    "actor",
    "owner",
    "person",
    "contact",
    "assignee",
    "reporter",
    "creator",
    "member",
    "lead",
    "reviewer",
    "committer",
    "principal",
    "watcher",
    "admin",
    "approver"
  };

  private static final boolean[] BEGINS_BESIDE = new boolean[256];

  static {
    for (String word : BESIDE) {
      BEGINS_BESIDE[word.charAt(0)] = true;
    }
  }

  private Persons() {}

  static boolean around(Line line, int name, boolean inPerson) {
    return inPerson || parent(line, name) || beside(line, name);
  }

  /** {@code "author": {"name":} or {@code <user name=}. */
  private static boolean parent(Line line, int name) {
    int p = name - 1;
    int floor = Math.max(line.start, name - 12);
    while (p > floor && (line.text[p] == '"' || line.text[p] == '\'' || line.text[p] == ' ')) {
      p--;
    }
    if (line.at(p) == '{') {
      p--;
      while (p > floor && " :\"'=".indexOf(line.text[p]) >= 0) {
        p--;
      }
    }
    return ends(line, p + 1);
  }

  /** Whether the word before {@code end} is what people are called. */
  static boolean ends(Line line, int end) {
    for (String parent : PARENTS) {
      int start = end - parent.length();
      if (line.startsWith(start, parent) && start >= line.start) {
        byte before = line.at(start - 1);
        return !(before >= 'a' && before <= 'z') || Chars.isUpper(line.text[start]);
      }
    }
    return false;
  }

  private static boolean beside(Line line, int name) {
    int end = Math.min(line.end, name + NEAR);
    int start = Math.max(line.start, name - NEAR);
    for (int p = name; p > start; p--) {
      byte b = line.text[p];
      if (b == '{' || b == '<' || b == '}') {
        start = p;
      }
    }
    for (int p = start; p < end; p++) {
      byte b = line.text[p];
      if (p > name && (b == '}' || b == '>')) {
        return false;
      }
      if (isBeside(line, p)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBeside(Line line, int p) {
    if (!BEGINS_BESIDE[Chars.fold(line.text[p]) & 0xff]) {
      return false;
    }
    for (String word : BESIDE) {
      if (Chars.fold(line.text[p]) == word.charAt(0) && line.startsWith(p, word)) {
        return true;
      }
    }
    return false;
  }

  /** Notes the objects and keys that a line of pretty JSON or YAML opens for the lines below. */
  static void track(Scan scan) {
    Line line = scan.line;
    if (!line.last || !line.first || scan.format == Format.TEXT) {
      return;
    }
    int p = Values.trimmed(line, line.start, line.end);
    byte last = line.at(p - 1);
    boolean opens = last == '{' || last == ':' && scan.format == Format.YAML;
    if (opens) {
      int end = p - 1;
      while (end > line.start && " :\"'{[".indexOf(line.text[end - 1]) >= 0) {
        end--;
      }
      scan.carry.person = ends(line, end);
    } else if (last == '}' || last == ']' || line.at(line.skipSpaces(line.start)) == '}') {
      scan.carry.person = false;
    }
  }

  private static final java.util.Set<String> OWN_FIELDS =
      java.util.Set.of(
          "name username user login userid displayname fullname mail email emailaddress uid key"
              .concat(" loginname userkey realname cn")
              .split(" "));

  /** Whether what stands between two values of one object names the second as the same person's. */
  static boolean joins(String between) {
    String name = between.replaceAll("[^A-Za-z]", "").toLowerCase(java.util.Locale.ROOT);
    boolean field = between.indexOf('=') > 0 || between.indexOf(':') > 0;
    boolean leaves = between.indexOf('{') >= 0 || between.indexOf('}') >= 0;
    return field && !leaves && OWN_FIELDS.contains(name);
  }
}
