package io.hearth.redaction;

import io.hearth.redaction.Findings.As;

/**
 * Columns of the products' logs that hold a user or a session: beside the request id ({@code
 * 815x1234x1}, Bitbucket's with a prefix) and beside an access log's time. Sources: the log4j2.xml
 * and access log patterns that the products ship.
 */
final class LogLines {
  private final Scan scan;
  private final People people;

  LogLines(Scan scan, People people) {
    this.scan = scan;
    this.people = people;
  }

  /** A quick look: only an atom that ends in {@code x} and a number can be one. */
  static boolean endsAsRequestId(byte[] text, int from, int to) {
    boolean mark =
        text[to - 2] == 'x' || to - from > 3 && (text[to - 3] == 'x' || text[to - 4] == 'x');
    return mark && to - from > 4;
  }

  /** Whether an atom is a request id: at least three numbers with {@code x} between. */
  static boolean isRequestId(byte[] text, int from, int to) {
    int marks = 0;
    for (int p = to - 1; p > from; p--) {
      byte b = text[p];
      if (b == 'x' && Chars.isDigit(text[p - 1]) && p < to - 1) {
        marks++;
      } else if (!Chars.isDigit(b)) {
        return marks >= 2 && b > 0 && Chars.isAtom(b) && to - from < 40;
      }
    }
    return marks >= 2 && Chars.isAtom(text[from]);
  }

  void requestId(int from, int to) {
    Line line = scan.line;
    if (line.at(to) == ' ' && line.at(to + 1) == '|') {
      column(line.skipSpaces(to + 2));
      return;
    }
    int start = from;
    if (line.at(start - 1) == '*' || line.at(start - 1) == '@') {
      start--;
    }
    if (line.at(start - 1) != ' ') {
      return;
    }
    int session = line.skipSpaces(to);
    if (session > to && isFollowed(session)) {
      before(start - 1);
      session(session);
    }
  }

  /** Session and address follow; a request id in a message has other words behind it. */
  private boolean isFollowed(int session) {
    Line line = scan.line;
    int address = line.atomEnd(line.at(session) == '-' ? session + 1 : session);
    byte next = line.at(address + 1);
    return line.at(address) == ' ' && (Chars.isHex(next) || next == ':' || next == '-');
  }

  /** Bitbucket's access, audit and profiler logs part their columns by bars. */
  private void column(int from) {
    Line line = scan.line;
    int to = from;
    while (to < line.end && line.text[to] != '|') {
      to++;
    }
    to = Values.trimmed(line, from, to);
    if (to < line.end && people.isUser(from, to, false) && userEnd(from) == to) {
      scan.add(from, to, As.USER, RuleId.LOG_USER);
    }
  }

  private int userEnd(int from) {
    Line line = scan.line;
    int p = from;
    while (p < line.end && (Chars.isRun(line.text[p]) || line.text[p] == '+')) {
      p++;
    }
    return p;
  }

  /** The word that ends before {@code blank} is the user who asked. */
  private void before(int blank) {
    Line line = scan.line;
    int from = blank;
    int floor = Math.max(line.start, blank - 100);
    while (from > floor && (Chars.isRun(line.text[from - 1]) || line.text[from - 1] == '+')) {
      from--;
    }
    boolean whole = from == line.start || line.text[from - 1] == ' ';
    boolean level = Placeholders.isLevel(line.text, from, blank);
    if (whole && !level && people.isUser(from, blank, false)) {
      scan.add(from, blank, As.USER, RuleId.LOG_USER);
    }
  }

  /** Behind the request id stands a short hash of the session, or the session's id itself. */
  private void session(int from) {
    Line line = scan.line;
    int to = line.atomEnd(from);
    if (to - from > 19 && Placeholders.looksRandom(line.text, from, to)) {
      scan.add(from, to, As.SECRET, RuleId.SESSION_ID);
    }
  }

  /** {@code [01/Mar/2026:12:00:00 +0000]}: the user stands before it, or behind it. */
  int accessTime(int bracket) {
    Line line = scan.line;
    boolean time =
        Chars.isDigit(line.at(bracket + 1))
            && line.at(bracket + 3) == '/'
            && line.at(bracket + 7) == '/'
            && line.at(bracket + 12) == ':';
    if (!time) {
      return -1;
    }
    int end = bracket + 20;
    while (end < line.end && end - bracket < 32 && line.text[end] != ']') {
      end++;
    }
    if (bracket > line.start + 8 && line.text[bracket - 1] == ' ') {
      before(bracket - 1);
    } else if (line.at(end + 1) == ' ') {
      behind(end + 2);
    }
    return end;
  }

  /** Confluence: time, user, thread. */
  private void behind(int from) {
    Line line = scan.line;
    int to = userEnd(from);
    boolean column = line.at(to) == ' ' && Chars.isAtom(line.at(to + 1));
    boolean thread = line.startsWith(to + 1, "http") || line.startsWith(to + 1, "ajp");
    if (column && thread && people.isUser(from, to, false)) {
      scan.add(from, to, As.USER, RuleId.LOG_USER);
    }
  }
}
