package io.hearth.redaction;

import io.hearth.redaction.Findings.As;

/** Names of machines and domains: in URLs, in fields for hosts, by their top-level domain. */
final class Hosts {
  private static final int LONGEST = 253;

  private final Scan scan;

  Hosts(Scan scan) {
    this.scan = scan;
  }

  /** The end of the host name that begins here, or {@code from}: letters, digits, inner joints. */
  int nameEnd(int from) {
    Line line = scan.line;
    int p = line.runEnd(from);
    p = Math.min(p, from + LONGEST);
    while (p > from && !Chars.isAtom(line.text[p - 1])) {
      p--;
    }
    return p;
  }

  /** A name that the context calls a host. */
  int found(int from, int to, RuleId rule) {
    return keeps(from, to) ? to : scan.add(from, to, As.HOST, rule);
  }

  private boolean keeps(int from, int to) {
    return to - from > LONGEST || PublicHosts.keeps(scan.folded(from, to));
  }

  /** The value of a field for a host; {@code sure} when the field's name leaves no doubt. */
  int field(int start, boolean sure) {
    Line line = scan.line;
    int p = line.skipSpaces(start);
    while (p < line.end && "\"'\\[/".indexOf(line.text[p]) >= 0) {
      p++;
    }
    int result = -1;
    while (p < line.end) {
      int to = nameEnd(p);
      if (to == p) {
        return result;
      }
      if (isHost(p, to, sure)) {
        found(p, to, RuleId.HOST_FIELD);
        result = to;
      }
      int next = afterPort(to);
      boolean more = line.at(next) == ',' || line.at(next) == '|';
      if (!more) {
        return result;
      }
      p = line.skipSpaces(next + 1);
    }
    return result;
  }

  private int afterPort(int p) {
    Line line = scan.line;
    int q = p;
    if (line.at(q) == ':') {
      q++;
      while (Chars.isDigit(line.at(q))) {
        q++;
      }
    }
    return q;
  }

  private boolean isHost(int from, int to, boolean sure) {
    Line line = scan.line;
    int letters = 0;
    boolean digit = false;
    boolean dot = false;
    for (int p = from; p < to; p++) {
      byte b = line.text[p];
      letters += Chars.isLetter(b) ? 1 : 0;
      digit |= Chars.isDigit(b);
      dot |= b == '.';
      if (b == '_') {
        return false;
      }
    }
    if (letters < 2 || line.at(to) == '(' || line.at(to) == '=') {
      return false;
    }
    if (dot) {
      return shape(from, to) > 0;
    }
    return sure && digit && !scan.facts(from, to).ordinary();
  }

  /** What stands behind {@code ://}: credentials, hosts and ports. */
  int authority(int start) {
    Line line = scan.line;
    boolean escaped = line.encoded(start - 1);
    int end = start;
    int at = -1;
    while (end < line.end && !endsAuthority(line, end, escaped)) {
      if (line.text[end] == '@') {
        at = end;
      }
      end++;
    }
    int p = start;
    if (at >= 0) {
      credentials(start, at);
      p = at + 1;
    }
    int to = hosts(p, end);
    int hook = webhook(p, to);
    return hook > 0 ? hook : to;
  }

  /** The path of a chat's webhook is all that one needs to post there. */
  private int webhook(int host, int to) {
    Line line = scan.line;
    if (line.at(to) != '/' || !scan.on(RuleId.TOKEN_SHAPE)) {
      return -1;
    }
    int end = to;
    while (end < line.end
        && (Chars.isRun(line.text[end]) || "/@=%~+:".indexOf(line.text[end]) >= 0)) {
      end++;
    }
    String url = scan.folded(host, Math.min(end, to + 32));
    boolean hook = url.startsWith("hooks.") || url.contains("webhook");
    return hook && end - to > 24 ? scan.add(to + 1, end, As.SECRET, RuleId.TOKEN_SHAPE) : -1;
  }

  private static boolean endsAuthority(Line line, int p, boolean escaped) {
    byte b = line.text[p];
    if (!escaped && line.encoded(p)) {
      return false;
    }
    return Chars.isSpace(b) || "/?#\"'<>\\;|`".indexOf(b) >= 0;
  }

  private void credentials(int from, int at) {
    Line line = scan.line;
    int colon = from;
    while (colon < at && line.text[colon] != ':') {
      colon++;
    }
    if (colon < at && !Placeholders.isPlaceholder(line.text, colon + 1, at)) {
      scan.add(colon + 1, at, As.SECRET, RuleId.URL_PASSWORD);
    }
    boolean named = colon - from > 1 && Chars.isAtom(line.text[from]);
    if (named && !scan.facts(from, colon).service()) {
      scan.add(from, colon, As.USER, RuleId.USER_FIELD);
    }
  }

  private int hosts(int start, int end) {
    Line line = scan.line;
    int p = start;
    while (p < end) {
      int to = Math.min(end, nameEnd(p));
      if (to == p) {
        return p;
      }
      if (isUrlHost(p, to)) {
        found(p, to, RuleId.URL_HOST);
        p = to;
      } else {
        return p;
      }
      int next = afterPort(to);
      if (line.at(next) != ',' || !Chars.isAtom(line.at(next + 1))) {
        return to;
      }
      p = next + 1;
    }
    return p;
  }

  private boolean isUrlHost(int from, int to) {
    Line line = scan.line;
    int last = to;
    while (last > from && line.text[last - 1] != '.') {
      last--;
    }
    boolean letter = false;
    for (int p = last; p < to; p++) {
      letter |= Chars.isLetter(line.text[p]);
    }
    return letter && to - from > 1;
  }

  /** A dotted name whose last label, at {@code from}, is a top-level domain. */
  int dotted(int lastLabel, int to, int sure) {
    Line line = scan.line;
    byte next = line.at(to);
    boolean goesOn = next == '_' || (next == '-' || next == '.') && Chars.isAtom(line.at(to + 1));
    if (goesOn || next == '=' || next == '(' || next == '@') {
      return -1;
    }
    int from = line.runStart(lastLabel, LONGEST);
    while (from < lastLabel && !Chars.isAtom(line.text[from])) {
      from++;
    }
    byte before = line.at(from - 1);
    if (before == '@' || before == '$' || before == '%' || from >= lastLabel) {
      return -1;
    }
    int found = shape(from, to);
    if (found < (sure == 2 ? 2 : sure == 1 ? 3 : 4)) {
      return -1;
    }
    return found(from, to, RuleId.HOST_NAME);
  }

  /**
   * How much a dotted name looks like a host: 0 not at all (a class, a package, a file), 2 two
   * plain labels, 3 more labels, 4 labels as machines have them.
   */
  private int shape(int from, int to) {
    Line line = scan.line;
    int labels = 1;
    int label = from;
    boolean machine = false;
    for (int p = from; p <= to; p++) {
      if (p < to && line.text[p] != '.') {
        machine |= Chars.isDigit(line.text[p]) || line.text[p] == '-';
        if (line.text[p] == '_') {
          return 0;
        }
        continue;
      }
      if (p == label || isMixed(label, p)) {
        return 0;
      }
      labels += p < to ? 1 : 0;
      label = p + 1;
    }
    int first = from;
    while (first < to && line.text[first] != '.') {
      first++;
    }
    String root = scan.folded(from, first);
    if (PublicHosts.isPackageRoot(root) || first - from == 1 && labels > 2) {
      return 0;
    }
    return machine ? 4 : labels > 2 ? 3 : 2;
  }

  /** {@code IssueManager}: capitals and small letters as classes have them. */
  private boolean isMixed(int from, int to) {
    Line line = scan.line;
    boolean upper = false;
    boolean lower = false;
    for (int p = from; p < to; p++) {
      upper |= Chars.isUpper(line.text[p]);
      lower |= line.text[p] >= 'a' && line.text[p] <= 'z';
    }
    return upper && lower;
  }

  /** A learned host at {@code from}: the labels before it belong to the same name. */
  int known(int from, int to) {
    Line line = scan.line;
    int start = line.runStart(from, LONGEST);
    while (start < from && !Chars.isAtom(line.text[start])) {
      start++;
    }
    boolean joined = start < from && line.text[from - 1] == '.';
    return scan.add(joined ? start : from, to, As.HOST, RuleId.KNOWN_HOST);
  }

  /** {@code \\server\share}, in JSON with twice as many. */
  int unc(int p) {
    Line line = scan.line;
    int from = p;
    while (line.at(from) == '\\') {
      from++;
    }
    byte before = line.at(p - 1);
    int to = nameEnd(from);
    boolean outer = Chars.isAtom(before) || before == ':' || before == ']' || before == ')';
    boolean path = line.at(to) == '\\' && Chars.isRun(line.at(line.skipBackslashes(to)));
    if (outer || from - p < 2 || to - from < 3 || !path || line.at(from + 1) == '\\') {
      return from;
    }
    boolean address = Chars.isDigit(line.text[from]) && Chars.isDigit(line.text[to - 1]);
    return address ? from : found(from, to, RuleId.UNC_PATH);
  }

  /** {@code jdbc:oracle:thin:name/password@host:1521:SID}. */
  int oracle(int start) {
    Line line = scan.line;
    int slash = line.runEnd(start);
    if (slash == start || line.at(slash) != '/') {
      return -1;
    }
    int at = slash + 1;
    int stop = Math.min(line.end, at + LONGEST);
    while (at < stop && line.text[at] != '@' && !Chars.isSpace(line.text[at])) {
      at++;
    }
    if (line.at(at) != '@' || Placeholders.isPlaceholder(line.text, slash + 1, at)) {
      return -1;
    }
    scan.add(slash + 1, at, As.SECRET, RuleId.URL_PASSWORD);
    int host = at + 1;
    while (line.at(host) == '/') {
      host++;
    }
    int to = nameEnd(host);
    return to > host && Chars.isLetter(line.text[host]) ? found(host, to, RuleId.URL_HOST) : at;
  }
}
