package io.hearth.redaction;

import io.hearth.redaction.Findings.As;
import java.util.Set;

/**
 * Keys of projects and spaces: before the number of an issue ({@code SHOP-42}), in paths ({@code
 * /projects/SHOP}), and in fields ({@code projectKey=SHOP}). Source: the key formats that Jira
 * (capitals, two or more) and Bitbucket (also digits and underscores) allow.
 */
final class Projects {
  private static final int LONGEST = 20;
  private static final int LONGEST_NUMBER = 8;

  /** What stands before a hyphen and a number and is the name of a standard, a date, a thread. */
  private static final Set<String> OTHERS =
      Set.of(
          """
          utf ucs iso ansi ieee ecma rfc jsr jep jls cve cwe ghsa sha ssha md aes des rsa rc dsa ec
          ecdsa ed hmac crc pbkdf pkcs tls ssl http https spdy tcp udp ip ipv base ascii latin cp
          windows ibm gb big euc koi us gmt utc est cet pst cst mst edt jdk jre java openjdk jvm lts
          jar win mac linux cpu gpu usb jan feb mar apr may jun jul aug sep oct nov dec part step
          line col thread pool worker exec id top max min all null true false
          """
              .strip()
              .split("\\s+"));

  /** Pages of Confluence and Bitbucket that stand where a key may. */
  private static final Set<String> PAGES =
      Set.of("all", "null", "search", "create", "list", "type");

  private final Scan scan;

  Projects(Scan scan) {
    this.scan = scan;
  }

  boolean on() {
    return scan.on(RuleId.PROJECT_KEY);
  }

  /** A hyphen: the key of an issue around it. The number stays. */
  int issue(int dash) {
    Line line = scan.line;
    int from = dash;
    while (from > line.start && dash - from <= LONGEST && isKeyByte(line.text[from - 1])) {
      from--;
    }
    byte before = line.at(from - 1);
    boolean joined = Chars.isRun(before) || before == '$' || before == '%' || before == '{';
    if (joined || !isNumber(dash + 1) || !isKey(from, dash)) {
      return -1;
    }
    boolean other = OTHERS.contains(scan.folded(from, dash));
    return other || startsUuid(from, dash)
        ? -1
        : scan.add(from, dash, As.PROJECT, RuleId.PROJECT_KEY);
  }

  private boolean isNumber(int from) {
    Line line = scan.line;
    int to = from;
    while (Chars.isDigit(line.at(to))) {
      to++;
    }
    byte next = line.at(to);
    boolean goesOn = Chars.isAtom(next) || next == '_';
    boolean version = (next == '.' || next == ':') && Chars.isDigit(line.at(to + 1));
    boolean fits = to > from && to - from <= LONGEST_NUMBER && line.text[from] != '0';
    return fits && !goesOn && !version;
  }

  private boolean startsUuid(int from, int dash) {
    return dash - from == 8
        && Placeholders.isUuid(scan.line.text, from, Math.min(from + 36, scan.line.end));
  }

  /** Two capitals, then capitals, digits and underscores. */
  private boolean isKey(int from, int to) {
    Line line = scan.line;
    boolean length = to - from >= 2 && to - from <= LONGEST;
    if (!length || !Chars.isUpper(line.text[from]) || !Chars.isUpper(line.text[from + 1])) {
      return false;
    }
    for (int p = from; p < to; p++) {
      if (!isKeyByte(line.text[p])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isKeyByte(byte b) {
    return Chars.isUpper(b) || Chars.isDigit(b) || b == '_';
  }

  /** The word of a path ends at {@code to}: {@code /projects/SHOP}, {@code /scm/shop/web.git}. */
  int path(int from, int to) {
    Line line = scan.line;
    if (!on() || line.at(from - 1) != '/' || line.at(to) != '/') {
      return -1;
    }
    boolean lower = line.startsWith(from, "scm");
    return add(to + 1, lower);
  }

  /** The value of a field; {@code sure} when its name says that it is a key. */
  int field(int start, boolean sure) {
    Line line = scan.line;
    int p = line.skipSpaces(start);
    while (line.at(p) == '\\') {
      p++;
    }
    return on() ? add(line.skipQuote(p), sure) : -1;
  }

  private int add(int from, boolean lower) {
    Line line = scan.line;
    int to = line.runEnd(from);
    while (to > from && !Chars.isAtom(line.text[to - 1])) {
      to--;
    }
    if (line.at(to) == '(' || PAGES.contains(scan.folded(from, Math.min(to, from + LONGEST)))) {
      return -1;
    }
    boolean key = isKey(from, to) || lower && isWord(from, to);
    return key ? scan.add(from, to, As.PROJECT, RuleId.PROJECT_KEY) : -1;
  }

  /** Bitbucket writes keys small in the addresses of repositories. */
  private boolean isWord(int from, int to) {
    Line line = scan.line;
    if (to - from < 2 || to - from > LONGEST || !Chars.isLetter(line.text[from])) {
      return false;
    }
    for (int p = from; p < to; p++) {
      if (!Chars.isAtom(line.text[p]) && line.text[p] != '_') {
        return false;
      }
    }
    return true;
  }
}
