package io.hearth.redaction;

import io.hearth.redaction.Findings.As;
import java.util.Set;

/** Mail addresses, found at their at sign. */
final class Mails {
  private static final int LONGEST_LOCAL = 96;
  private static final Set<String> PICTURES =
      Set.of("png jpg jpeg gif svg webp css js json map ico scss less html xml jar".split(" "));

  private final Scan scan;
  private final Hosts hosts;

  Mails(Scan scan, Hosts hosts) {
    this.scan = scan;
    this.hosts = hosts;
  }

  int at(int at) {
    Line line = scan.line;
    int to = hosts.nameEnd(at + 1);
    if (to - at < 5 || !isDomain(at + 1, to)) {
      return -1;
    }
    int from = local(at);
    if (from == at) {
      return -1;
    }
    if (scan.facts(from, at).service()) {
      return hosts.found(at + 1, to, RuleId.MAIL);
    }
    boolean done = Pseudonyms.covers(line.text, from, at);
    if (!scan.on(RuleId.MAIL) || done && Pseudonyms.covers(line.text, at + 1, to)) {
      return to;
    }
    scan.address(from, to, As.MAIL, RuleId.MAIL, at, 0);
    return to;
  }

  private boolean isDomain(int from, int to) {
    Line line = scan.line;
    int dot = to - 1;
    while (dot > from && line.text[dot] != '.') {
      dot--;
    }
    if (dot == from || to - dot < 3) {
      return false;
    }
    for (int p = dot + 1; p < to; p++) {
      if (!Chars.isLetter(line.text[p]) && !(line.text[dot + 1] == 'x' && p > dot + 2)) {
        return false;
      }
    }
    return !PICTURES.contains(scan.folded(dot + 1, to));
  }

  private int local(int at) {
    Line line = scan.line;
    if (line.at(at - 1) == '"') {
      return quotedLocal(at);
    }
    int floor = Math.max(line.start, at - LONGEST_LOCAL);
    int p = at;
    while (p > floor && isLocal(line, p - 1)) {
      p--;
    }
    while (p < at && !Chars.isAtom(line.text[p])) {
      p++;
    }
    return p;
  }

  private static boolean isLocal(Line line, int p) {
    byte b = line.text[p];
    boolean apostrophe =
        b == '\'' && Chars.isLetter(line.at(p - 1)) && Chars.isLetter(line.at(p + 1));
    return Chars.isRun(b) || b == '+' || b == '!' || b == '*' || b == '~' || apostrophe;
  }

  /** {@code "Jane Doe"@acme.com}. */
  private int quotedLocal(int at) {
    Line line = scan.line;
    int floor = Math.max(line.start, at - LONGEST_LOCAL);
    for (int p = at - 2; p >= floor; p--) {
      if (line.text[p] == '"') {
        boolean joined = p == at - 2 || Chars.isAtom(line.at(p - 1));
        if (joined) {
          return at;
        }
        return p > line.start && line.text[p - 1] == '\\' ? p - 1 : p;
      }
    }
    return at;
  }
}
