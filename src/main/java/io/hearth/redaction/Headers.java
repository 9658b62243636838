package io.hearth.redaction;

import io.hearth.redaction.Findings.As;
import io.hearth.redaction.KeyNames.Verdict;
import java.util.Set;

/** What HTTP headers carry: credentials, cookies, and the words Bearer and Basic anywhere. */
final class Headers {
  private static final Set<String> SCHEMES =
      Set.of(
          "basic bearer negotiate ntlm token jwt apikey splunk kerberos hoba genie-key".split(" "));
  private static final Set<String> LISTS = Set.of("digest", "oauth", "aws4-hmac-sha256");

  private final Scan scan;

  Headers(Scan scan) {
    this.scan = scan;
  }

  /** The value of an Authorization header, in whatever quotes or brackets the log put it. */
  int authorization(int start) {
    Line line = scan.line;
    int from = opening(start);
    int to = tokenEnd(from);
    if (to <= from) {
      return -1;
    }
    String scheme = scan.folded(from, Math.min(to, from + 24));
    if (LISTS.contains(scheme)) {
      return to;
    }
    int value = line.skipSpaces(to);
    if (SCHEMES.contains(scheme) && value > to) {
      from = value;
      to = tokenEnd(from);
    }
    if (Placeholders.isPlaceholder(line.text, from, to) || to - from < 4) {
      return start;
    }
    return scan.add(from, to, As.SECRET, RuleId.AUTHORIZATION);
  }

  private int opening(int start) {
    Line line = scan.line;
    int p = line.skipSpaces(start);
    while (p < line.end && "[\"'\\({ ".indexOf(line.text[p]) >= 0) {
      p++;
    }
    return p;
  }

  private int tokenEnd(int from) {
    Line line = scan.line;
    int p = from;
    while (p < line.end && (Chars.isRun(line.text[p]) || "+/=~:!%".indexOf(line.text[p]) >= 0)) {
      p++;
    }
    return p;
  }

  /** {@code Bearer abc} or {@code Basic YWRt…} away from any header. */
  int scheme(int end, boolean basic) {
    Line line = scan.line;
    int from = line.skipSpaces(end);
    if (from == end) {
      return -1;
    }
    int to = tokenEnd(from);
    byte[] text = line.text;
    boolean secret =
        basic ? Secrets.isBasic(text, from, to) : Placeholders.looksRandom(text, from, to);
    return secret ? scan.add(from, to, As.SECRET, RuleId.AUTHORIZATION) : -1;
  }

  /**
   * {@code a=b; c=d}: each value that looks like one that only this browser has. The others may
   * hold a mail address or a host: scanning goes on before them.
   */
  int cookies(int start) {
    Line line = scan.line;
    int p = opening(start);
    int first = p;
    if (first < scan.values.cookiesTo) {
      return first;
    }
    while (p < line.end) {
      int nameEnd = line.runEnd(p);
      if (nameEnd == p || line.at(nameEnd) != '=') {
        break;
      }
      int to = valueEnd(nameEnd + 1);
      cookie(p, nameEnd, to);
      p = to < line.end && line.text[to] == ';' ? line.skipSpaces(to + 1) : line.end;
    }
    scan.values.cookiesTo = p;
    return first;
  }

  private int valueEnd(int from) {
    Line line = scan.line;
    int p = from;
    while (p < line.end && !Chars.isSpace(line.text[p]) && ";,]}".indexOf(line.text[p]) < 0) {
      if (line.text[p] == '"' && p > from && !line.encoded(p)) {
        break;
      }
      p++;
    }
    return p;
  }

  private void cookie(int name, int nameEnd, int to) {
    Line line = scan.line;
    int from = nameEnd + 1;
    Verdict verdict = scan.names.of(line.text, name, nameEnd);
    boolean telling = verdict == Verdict.SECRET || verdict == Verdict.SESSION;
    boolean random =
        Placeholders.looksRandom(line.text, from, to) && !Pseudonyms.within(line, from, to);
    if ((telling && to - from > 3 || random) && !Placeholders.isPlaceholder(line.text, from, to)) {
      scan.add(from, to, As.SECRET, RuleId.COOKIE);
    }
  }
}
