package io.hearth.redaction;

import io.hearth.redaction.Carry.Until;
import io.hearth.redaction.Findings.As;
import java.nio.charset.StandardCharsets;

/** Secrets that their own shape gives away, wherever they stand. */
final class Tokens {
  private final Scan scan;
  private final Shapes shapes = Shapes.shared();

  Tokens(Scan scan) {
    this.scan = scan;
  }

  boolean mayStart(byte first, byte second) {
    return shapes.mayStart(first, second);
  }

  /** A token of a service that begins here; returns its end or -1. */
  int shape(int from) {
    Line line = scan.line;
    byte before = line.at(from - 1);
    if (!scan.on(RuleId.TOKEN_SHAPE) || before == '_' && Chars.isAtom(line.at(from - 2))) {
      return -1;
    }
    int end = shapes.end(line, from);
    return end > 0 ? scan.add(from, end, As.SECRET, RuleId.TOKEN_SHAPE) : -1;
  }

  /** Shapes that no prefix tells: Mailchimp, Telegram, Airtable, Terraform. */
  int oddShape(int from, int to) {
    Line line = scan.line;
    int length = to - from;
    byte after = line.at(to);
    int end = -1;
    if (length == 32
        && after == '-'
        && line.startsWith(to, "-us")
        && Chars.isDigit(line.at(to + 3))) {
      end = line.atomEnd(to + 3);
    } else if (length > 7 && length < 11 && after == ':' && line.startsWith(to, ":aa")) {
      end = line.runEnd(to + 1);
      end = end - to > 30 && Chars.isDigit(line.text[from]) ? end : -1;
    } else if (length == 17 && after == '.' && line.startsWith(from, "pat")) {
      end = line.atomEnd(to + 1);
      end = end - to == 65 ? end : -1;
    } else if (length == 7 && line.startsWith(from, "atlasv1.")) {
      return terraform(from, to);
    }
    return end > 0 ? scan.add(from, end, As.SECRET, RuleId.TOKEN_SHAPE) : -1;
  }

  /** Fourteen letters and digits, {@code .atlasv1.}, and some sixty more. */
  private int terraform(int from, int to) {
    Line line = scan.line;
    int start = from - 15;
    int end = line.runEnd(to + 1);
    boolean id =
        start >= line.start && line.text[from - 1] == '.' && line.atomEnd(start) == from - 1;
    return id && end - to > 40 ? scan.add(start, end, As.SECRET, RuleId.TOKEN_SHAPE) : -1;
  }

  /** A long atom: JWT, licence, personal access token, SAML message. */
  int longWord(int from, int to) {
    Line line = scan.line;
    byte[] text = line.text;
    byte first = text[from];
    if (first == 'e' && line.startsWith(from, "eyj")) {
      return jwt(from);
    }
    if (first == 'P' && (line.startsWith(from, "phnhbw") || line.startsWith(from, "pd94bwwg"))) {
      int end = base64End(from);
      return end - from > 40 ? scan.add(from, end, As.SECRET, RuleId.SAML) : -1;
    }
    return first >= 'M' && first <= 'O' ? accessToken(from) : -1;
  }

  /** Azure's client secrets have {@code 8Q~} as their fourth to sixth characters. */
  int azure(int tilde) {
    Line line = scan.line;
    if (line.at(tilde - 1) != 'Q' || line.at(tilde - 2) != '8' || !scan.on(RuleId.TOKEN_SHAPE)) {
      return -1;
    }
    int from = tilde - 5;
    int to = tilde + 1;
    while (to < line.end && (Chars.isRun(line.text[to]) || line.text[to] == '~')) {
      to++;
    }
    boolean fits = to - tilde > 30 && from >= line.start && Chars.isRun(line.text[from]);
    return fits ? scan.add(from, to, As.SECRET, RuleId.TOKEN_SHAPE) : -1;
  }

  private int base64End(int from) {
    Line line = scan.line;
    int p = from;
    while (p < line.end && Carry.isBase64(line.text[p])) {
      p++;
    }
    return p;
  }

  /** RFC 7519: three parts of base64url, or five when encrypted; both begin with an object. */
  private int jwt(int from) {
    Line line = scan.line;
    int p = from;
    int dots = 0;
    while (p < line.end) {
      byte b = line.text[p];
      boolean part = b >= 0 && Chars.isAtom(b) || b == '-' || b == '_' || b == '=';
      if (b == '.' && dots < 4) {
        dots++;
      } else if (!part) {
        break;
      }
      p++;
    }
    while (p > from && line.text[p - 1] == '.') {
      p--;
    }
    boolean token = dots > 0 && p - from > 30 || p - from > 80;
    return token ? scan.add(from, p, As.SECRET, RuleId.JWT) : -1;
  }

  /** Product licences begin with the length 0x00000… in base64 and end in X02 and a check. */
  int licence(int from) {
    Line line = scan.line;
    if (line.text[from + 1] != 'A' || line.text[from + 2] != 'A' || !scan.on(RuleId.LICENCE)) {
      return -1;
    }
    int end = base64End(from);
    // \n as text, or a backslash that joins lines, parts the text of one licence.
    int next = afterBreak(end);
    while (next > end) {
      end = base64End(next);
      next = afterBreak(end);
    }
    boolean joined = line.at(end) == '\\' && end + 1 == line.end;
    boolean wraps = (end == line.end || joined) && line.last;
    if (end - from < 60 && !(wraps && end - from > 20)) {
      return -1;
    }
    if (wraps && !isLicenceEnd(line, end)) {
      scan.carry.begin(Until.BASE64, RuleId.LICENCE, from);
    }
    return scan.add(from, end, As.SECRET, RuleId.LICENCE);
  }

  private int afterBreak(int p) {
    Line line = scan.line;
    boolean text = line.at(p) == '\\' && (line.at(p + 1) == 'n' || line.at(p + 1) == 'r');
    return text ? p + 2 : line.at(p) == '\n' ? p + 1 : p;
  }

  /** The text ends in X, the version, and a check of two characters. */
  private static boolean isLicenceEnd(Line line, int end) {
    return line.at(end - 5) == 'X' && Chars.isDigit(line.at(end - 4));
  }

  /** Jira's and Confluence's personal access tokens: base64 of an id of digits, a colon, bytes. */
  private int accessToken(int from) {
    Line line = scan.line;
    int end = base64End(from);
    if (end - from != 44 || Chars.isAtom(line.at(from - 1))) {
      return -1;
    }
    String head = new String(line.text, from, 16, StandardCharsets.ISO_8859_1);
    try {
      for (byte b : java.util.Base64.getDecoder().decode(head)) {
        if (!Chars.isDigit(b)) {
          return -1;
        }
      }
    } catch (IllegalArgumentException notBase64) {
      return -1;
    }
    return scan.add(from, end, As.SECRET, RuleId.ACCESS_TOKEN);
  }

  /** {@code -----BEGIN …-----}: to its end on this line, or on lines to come. */
  int pem(int dash) {
    Line line = scan.line;
    int p = dash + 11;
    while (p < line.end && p - dash < 60 && line.text[p] != '-') {
      p++;
    }
    if (!line.startsWith(p, "-----")) {
      return -1;
    }
    int to = p + 5;
    while (to < line.end && !line.startsWith(to, "-----end")) {
      to++;
    }
    if (to < line.end) {
      to += 8;
      while (to < line.end && line.text[to] != '-') {
        to++;
      }
      to = Math.min(line.end, to + 5);
    } else {
      scan.carry.begin(line.last ? Until.BASE64 : Until.BLANK, RuleId.PEM, dash);
      to = Carry.endsInBackslash(line, line.end) ? line.end - 1 : line.end;
    }
    return scan.add(dash, to, As.SECRET, RuleId.PEM);
  }
}
