package io.hearth.redaction;

import io.hearth.redaction.Findings.As;
import io.hearth.redaction.KeyNames.Verdict;
import io.hearth.redaction.Values.Style;

/** Secrets on command lines and in SQL: where no separator stands between name and value. */
final class Flags {
  private static final int NEAR = 300;

  private final Scan scan;
  private final Fields fields;

  Flags(Scan scan, Fields fields) {
    this.scan = scan;
    this.fields = fields;
  }

  /** A dash that begins a word. */
  int at(int dash) {
    Line line = scan.line;
    byte next = line.at(dash + 1);
    boolean two = next == '-';
    int name = two ? dash + 2 : dash + 1;
    int end = line.runEnd(name);
    if (end == name) {
      return -1;
    }
    if (!two && end - name == 1 || next == 'p') {
      int found = letter(dash, name, end);
      if (found > 0) {
        return found;
      }
    }
    boolean blank = line.at(end) == ' ' || line.at(end) == '\t';
    int start = line.skipSpaces(end);
    if (!blank || end - name < 3 || start == line.end || line.at(start) == '-') {
      return -1;
    }
    Verdict verdict = scan.names.of(line.text, name, end);
    return switch (verdict) {
      case SECRET, RANDOM -> secret(start, verdict);
      case USER -> userAndPassword(start);
      default -> -1;
    };
  }

  private int secret(int start, Verdict verdict) {
    if (!scan.on(RuleId.COMMAND_LINE)) {
      return -1;
    }
    return fields.secrets().setting(start, Style.TOKEN, verdict, true);
  }

  /** {@code -u name:password}, {@code -p password}, {@code -ppassword}, by the command's habit. */
  private int letter(int dash, int name, int end) {
    Line line = scan.line;
    byte letter = line.text[name];
    boolean glued = end - name > 1;
    if (letter == 'u' && !glued) {
      return userAndPassword(line.skipSpaces(end));
    }
    if (letter == 'p' && glued) {
      boolean mysql =
          command(dash, "mysql") || command(dash, "mariadb") || command(dash, "sshpass");
      return mysql ? password(name + 1) : -1;
    }
    boolean takes =
        letter == 'p' && (command(dash, "sshpass") || command(dash, "htpasswd"))
            || letter == 'w' && command(dash, "ldap")
            || letter == 'a' && command(dash, "redis")
            || letter == 'P' && (command(dash, "sqlcmd") || command(dash, "bcp"));
    int start = line.skipSpaces(end);
    return takes && start > end && line.at(start) != '-' ? password(start) : -1;
  }

  private boolean command(int dash, String command) {
    Line line = scan.line;
    int floor = Math.max(line.start, dash - NEAR);
    for (int p = dash - command.length(); p >= floor; p--) {
      if (Chars.fold(line.text[p]) == command.charAt(0)
          && !Chars.isAtom(line.at(p - 1))
          && line.startsWith(p, command)) {
        return true;
      }
    }
    return false;
  }

  private int password(int start) {
    scan.values.read(scan.line, start, Style.TOKEN);
    return secret(RuleId.COMMAND_LINE);
  }

  private int userAndPassword(int start) {
    Line line = scan.line;
    scan.values.read(line, start, Style.TOKEN);
    int from = scan.values.from;
    int to = scan.values.to;
    int colon = from;
    while (colon < to && Chars.isRun(line.text[colon])) {
      colon++;
    }
    boolean pair = colon > from && colon + 1 < to && line.text[colon] == ':';
    if (!pair
        || Placeholders.isPlaceholder(line.text, colon + 1, to)
        || line.text[colon + 1] == ':') {
      return -1;
    }
    return scan.add(colon + 1, to, As.SECRET, RuleId.COMMAND_LINE);
  }

  /** The word password without a separator: SQL, netrc, or a value that looks like one. */
  int password(int word, int end) {
    Line line = scan.line;
    int start = line.skipSpaces(end);
    if (start == end || start == line.end) {
      return -1;
    }
    byte first = line.text[start];
    if (first == '=' || first == ':') {
      return -1;
    }
    if (first == '\'' || first == '"') {
      scan.values.read(line, start, Style.TOKEN);
      int p = scan.values.from;
      while (p < scan.values.to && !Chars.isSpace(line.text[p])) {
        p++;
      }
      return p == scan.values.to && !scan.values.open ? secret(RuleId.SQL_PASSWORD) : -1;
    }
    if (line.startsWith(start, "for ")) {
      return passwordFor(start + 4);
    }
    int to = line.tokenEnd(start);
    boolean lineStart = line.first && line.skipSpaces(line.start) == word;
    boolean alone = lineStart && line.skipSpaces(to) >= line.end;
    boolean looks = Placeholders.looksRandom(line.text, start, to);
    boolean done = Pseudonyms.within(line, start, to);
    if (!(alone || looks) || done || scan.facts(start, to).ordinary()) {
      return -1;
    }
    return password(start);
  }

  /** The value that was read, unless it only stands for one. */
  private int secret(RuleId rule) {
    Values values = scan.values;
    boolean holds =
        values.to > values.from
            && !Placeholders.isPlaceholder(scan.line.text, values.from, values.to);
    return holds ? scan.add(values.from, values.to, As.SECRET, rule) : -1;
  }

  /** {@code SET PASSWORD FOR conf = 'x'}. */
  private int passwordFor(int start) {
    Line line = scan.line;
    int p = start;
    while (p < line.end && p - start < 100 && line.text[p] != '=') {
      p++;
    }
    return quoted(p + 1);
  }

  /** {@code IDENTIFIED BY 'x'}, also {@code IDENTIFIED BY PASSWORD 'x'}. */
  int identified(int start, int end) {
    return scan.line.startsWith(end, " by") ? quoted(end + 3) : -1;
  }

  private int quoted(int end) {
    Line line = scan.line;
    int p = line.skipSpaces(end);
    while (p < line.end && p - end < 60 && line.text[p] != '\'' && line.text[p] != '"') {
      if (line.text[p] == ';' || line.text[p] == '=') {
        return -1;
      }
      p++;
    }
    if (p >= line.end || line.text[p] != '\'' && line.text[p] != '"') {
      return -1;
    }
    scan.values.read(line, p, Style.TOKEN);
    return secret(RuleId.SQL_PASSWORD);
  }
}
