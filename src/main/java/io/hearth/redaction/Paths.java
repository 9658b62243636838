package io.hearth.redaction;

import io.hearth.redaction.Findings.As;

/** People in paths: home folders, profile pages, personal spaces. */
final class Paths {
  /** Where home folders are mounted; in {@code /opt/jira/home/log} nobody lives. */
  private static final String[] MOUNTS = {
    "export", "usr", "nfs", "mnt", "net", "srv", "data", "vol", "volumes", "storage", "c", "d"
  };

  private final Scan scan;
  private final People people;

  Paths(Scan scan, People people) {
    this.scan = scan;
    this.people = people;
  }

  /**
   * {@code /home/jdoe}, {@code C:\Users\jdoe}, {@code /users/jdoe}; the word ends at {@code to}.
   */
  int folder(int from, int to) {
    Line line = scan.line;
    byte before = line.at(from - 1);
    byte after = line.at(to);
    if (before != '/' && before != '\\' || after != '/' && after != '\\') {
      return -1;
    }
    int name = after == '\\' ? line.skipBackslashes(to) : to + 1;
    if (line.at(name) == '~') {
      return -1;
    }
    int end = segmentEnd(name);
    boolean url = line.text[from] == 'u';
    if (!people.isUser(name, end, false) || url && isPage(name, end)) {
      return -1;
    }
    boolean home = Chars.fold(line.text[from]) == 'h';
    if (home && !isRoot(from - 1) && !people.isKnown(name, end)) {
      return -1;
    }
    return scan.add(name, end, As.USER, url ? RuleId.PROFILE_URL : RuleId.HOME_FOLDER);
  }

  /** Whether the path begins with this slash, or with a place of home folders before it. */
  private boolean isRoot(int slash) {
    Line line = scan.line;
    int start = line.runStart(slash, 16);
    if (start == slash) {
      return true;
    }
    for (String mount : MOUNTS) {
      if (slash - start == mount.length() && line.startsWith(start, mount)) {
        return true;
      }
    }
    return false;
  }

  private boolean isPage(int from, int to) {
    return scan.facts(from, to).ordinary() && !people.isKnown(from, to);
  }

  private int segmentEnd(int from) {
    Line line = scan.line;
    int p = from;
    while (p < line.end && (Chars.isRun(line.text[p]) || line.text[p] == '+')) {
      p++;
    }
    while (p > from && !Chars.isAtom(line.text[p - 1])) {
      p--;
    }
    return p;
  }

  /** {@code ViewProfile.jspa?name=jdoe}: the page is what makes a plain name one's. */
  int profile(int to) {
    Line line = scan.line;
    int end = Math.min(line.end, to + 40);
    for (int p = to; p < end; p++) {
      if (Chars.isSpace(line.text[p])) {
        return -1;
      }
      if (line.text[p] == '=' && line.startsWith(p - 4, "name")) {
        int name = p + 1;
        int stop = segmentEnd(name);
        boolean user = line.at(stop) != '@' && people.isUser(name, stop, false);
        return user ? scan.add(name, stop, As.USER, RuleId.PROFILE_URL) : -1;
      }
    }
    return -1;
  }

  /** A personal space, {@code ~jdoe}, or a home folder as shells write it. */
  int tilde(int p) {
    Line line = scan.line;
    byte before = line.at(p - 1);
    int end = segmentEnd(p + 1);
    if (Chars.isAtom(before) || !Chars.isLetter(line.at(p + 1)) || line.at(end) == '@') {
      return -1;
    }
    boolean user = people.isUser(p + 1, end, false);
    return user ? scan.add(p + 1, end, As.USER, RuleId.PERSONAL_SPACE) : -1;
  }
}
