package io.hearth.redaction;

import io.hearth.redaction.Findings.As;
import java.util.Map;

/** Distinguished names of directories (RFC 4514): {@code CN=Jane Doe,OU=Staff,DC=acme,DC=com}. */
final class DirectoryNames {
  private static final Map<String, As> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("cn", As.NAME),
          Map.entry("sn", As.NAME),
          Map.entry("gn", As.NAME),
          Map.entry("givenname", As.NAME),
          Map.entry("uid", As.USER),
          Map.entry("samaccountname", As.USER),
          Map.entry("ou", As.UNIT),
          Map.entry("o", As.UNIT),
          Map.entry("dc", As.HOST),
          Map.entry("l", As.UNIT),
          Map.entry("st", As.UNIT),
          Map.entry("c", As.UNIT),
          Map.entry("street", As.UNIT),
          Map.entry("mail", As.MAIL),
          Map.entry("emailaddress", As.MAIL));
  private static final int LONGEST = 200;

  private final Scan scan;
  private int valueEnd;
  private int nextName;

  DirectoryNames(Scan scan) {
    this.scan = scan;
  }

  /** A name that begins with the attribute before {@code equals}; returns its end, or -1. */
  int at(int name, int equals) {
    Line line = scan.line;
    if (equals - name > 14 || !scan.on(RuleId.LDAP_DN) || attribute(name, equals) == null) {
      return -1;
    }
    int parts = measure(name, equals);
    if (parts < 2) {
      return -1;
    }
    int p = name;
    int sign = equals;
    while (true) {
      As as = attribute(p, sign);
      value(sign + 1);
      part(as == null ? As.UNIT : as, sign + 1, valueEnd);
      if (nextName < 0) {
        return valueEnd;
      }
      p = nextName;
      sign = equals(line, p);
    }
  }

  private As attribute(int from, int to) {
    byte first = Chars.fold(scan.line.text[from]);
    return first == '-' ? null : ATTRIBUTES.get(scan.folded(from, to));
  }

  /** How many parts follow one another, the first included. */
  private int measure(int name, int equals) {
    Line line = scan.line;
    int parts = 0;
    int sign = equals;
    boolean telling = false;
    while (sign > 0 && parts < 30) {
      parts++;
      value(sign + 1);
      if (nextName < 0) {
        break;
      }
      sign = equals(line, nextName);
      As as = attribute(nextName, sign);
      telling |= as == As.HOST || as == As.UNIT;
    }
    return telling || parts > 2 ? parts : 0;
  }

  private static int equals(Line line, int from) {
    int p = line.runEnd(from);
    return line.at(p) == '=' ? p : -1;
  }

  /** Finds the end of a value and whether a further part follows behind a comma. */
  private void value(int from) {
    Line line = scan.line;
    int p = from;
    int lastRun = line.runEnd(from);
    nextName = -1;
    while (p < line.end && p - from < LONGEST) {
      byte b = line.text[p];
      if (b == '\\') {
        p += 2;
        continue;
      }
      if (b == ',' || b == '+' && !line.encoded(p) && Chars.isLetter(line.at(p + 1)) || b == ';') {
        int next = line.skipSpaces(p + 1);
        int sign = equals(line, next);
        if (sign > next && attribute(next, sign) != null) {
          valueEnd = p;
          nextName = next;
          return;
        }
        if (b != ',') {
          break;
        }
      }
      if (b == '"' || b == '\'' || b == '<' || b == '>' || b == '|' || b == ')' || b == '=') {
        break;
      }
      p++;
    }
    // The last part has no comma behind it: it ends with the word.
    valueEnd = Math.min(lastRun, line.end);
    while (valueEnd > from && !Chars.isAtom(line.text[valueEnd - 1])) {
      valueEnd--;
    }
  }

  private void part(As as, int from, int to) {
    Line line = scan.line;
    int end = Values.trimmed(line, from, to);
    if (end > from && as == As.MAIL) {
      return;
    }
    boolean example = as == As.HOST && line.startsWith(from, "example") && end - from == 7;
    if (!example) {
      scan.add(from, end, as, RuleId.LDAP_DN);
    }
  }
}
