package io.hearth.redaction;

import io.hearth.redaction.Carry.Until;
import io.hearth.redaction.Findings.As;
import io.hearth.redaction.KeyNames.Verdict;
import io.hearth.redaction.Values.Style;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Values behind a name that tells a secret. */
final class Secrets {
  private final Scan scan;
  private final Values values;

  Secrets(Scan scan) {
    this.scan = scan;
    values = scan.values;
  }

  /** The value of a telling name begins at {@code start}; returns where to go on, or -1. */
  int setting(int start, Style style, Verdict verdict, boolean sentence) {
    Line line = scan.line;
    RuleId rule = rule(verdict);
    if (!scan.on(rule)) {
      return -1;
    }
    int p = line.skipSpaces(start);
    if (line.at(p) == '[' && style != Style.QUERY) {
      return list(p + 1, verdict, rule);
    }
    if (line.at(p) == '{' && opensObject(p)) {
      return -1;
    }
    if (verdict == Verdict.SESSION) {
      opaque(p);
    } else {
      values.read(line, p, style);
    }
    if (style == Style.LINE && continues(p)) {
      scan.carry.begin(Until.CONTINUATION, rule, p);
      scan.carry.unnamed = true;
      return line.end;
    }
    boolean block = scan.format == Format.YAML && style == Style.LINE && isBlock(line, p);
    if (block) {
      scan.carry.begin(Until.INDENT, rule, p);
      scan.carry.unnamed = true;
      scan.carry.literal = line.at(p) == '|' || line.at(p) == '>';
      scan.carry.indent = line.skipSpaces(line.start) - line.start;
      return line.end;
    }
    if (scan.format == Format.YAML && style == Style.LINE && values.quote == 0) {
      values.to = beforeComment(line, values.from, values.to);
    }
    return take(verdict, rule, style, sentence);
  }

  private int take(Verdict verdict, RuleId rule, Style style, boolean sentence) {
    Line line = scan.line;
    if (!holds(verdict, values.from, values.to) || sentence && values.quote == 0 && prose(line)) {
      return -1;
    }
    if (line.at(values.from) == '{' && line.at(values.to - 1) == '}' && values.quote == 0) {
      values.from++;
      values.to--;
    }
    carryOn(line, rule, style);
    int flags = isBareJson(line, values.from) ? quotes(values.to) : 0;
    if (!Pseudonyms.covers(line.text, values.from, values.to)) {
      scan.findings.add(values.from, values.to, As.SECRET, rule, flags, 0, 0);
    }
    return Math.max(values.to, values.from + 1);
  }

  /**
   * {@code ["a", "b"]}, {@code [a, b]}: each is a secret; what stands in an object is judged by the
   * names there. What is no secret is scanned like all else.
   */
  private int list(int start, Verdict verdict, RuleId rule) {
    Line line = scan.line;
    if (start < values.listedTo) {
      return start;
    }
    int p = start;
    int depth = 1;
    while (p < line.end && depth > 0 && line.text[p] != '{' && line.text[p] != '}') {
      byte b = line.text[p];
      if (b == '[' || b == ']') {
        depth += b == '[' ? 1 : -1;
        p++;
      } else if (b == ',' || Chars.isSpace(b)) {
        p++;
      } else {
        p = Math.max(p + 1, item(p, verdict, rule, start));
      }
    }
    values.listedTo = p;
    boolean pretty = scan.format == Format.JSON && line.last && p == line.end && depth > 0;
    if (pretty && verdict == Verdict.SECRET) {
      scan.carry.begin(Until.LIST, rule, start);
    }
    return start;
  }

  /** One value of a list; returns where it ends. */
  private int item(int start, Verdict verdict, RuleId rule, int list) {
    Line line = scan.line;
    values.read(line, start, Style.TOKEN);
    int from = values.from;
    int to = values.to;
    if (values.quote == 0) {
      to = from;
      while (to < line.end && ",[]{}".indexOf(line.text[to]) < 0 && !Chars.isSpace(line.text[to])) {
        to++;
      }
    }
    if (holds(verdict, from, to) && !Pseudonyms.covers(line.text, from, to)) {
      boolean json = scan.format == Format.JSON || isBareJson(line, list - 1);
      scan.findings.add(from, to, As.SECRET, rule, json ? quotes(to) : 0, 0, 0);
    }
    return values.quote == 0 ? to : line.skipBackslashes(to) + 1;
  }

  /** A bare value becomes a text, unless a stray quote behind it would then open another. */
  private int quotes(int to) {
    byte next = scan.line.at(to);
    boolean stray = next == '"' || next == '\'';
    return values.quote == 0 && !stray ? Findings.QUOTE : 0;
  }

  private boolean opensObject(int p) {
    byte next = scan.line.at(p + 1);
    boolean sign = next == '"' || next == '}' || Chars.isSpace(next) || p + 1 == scan.line.end;
    return scan.format == Format.JSON || sign;
  }

  /** Nothing but the backslash that joins the next line. */
  private boolean continues(int p) {
    Line line = scan.line;
    return scan.format == Format.PROPERTIES && line.at(p) == '\\' && p + 1 == line.end;
  }

  private static boolean isBlock(Line line, int p) {
    byte b = line.at(p);
    boolean sign = b == '|' || b == '>';
    return p >= line.end || b == '#' || sign && line.end - p <= 3;
  }

  static int beforeComment(Line line, int from, int to) {
    for (int p = from; p + 1 < to; p++) {
      if (line.text[p] == ' ' && line.text[p + 1] == '#') {
        return Values.trimmed(line, from, p);
      }
    }
    return to;
  }

  /** {@code password: required field}: what follows the colon is a sentence. */
  private boolean prose(Line line) {
    int to = values.to;
    for (int p = values.from; p < to; p++) {
      if (!Chars.isLetter(line.text[p])) {
        return false;
      }
    }
    int next = line.at(to) == ':' || line.at(to) == ',' ? to + 1 : to;
    boolean goesOn = line.at(next) == ' ' && Chars.isAtom(line.at(next + 1));
    return goesOn && scan.facts(values.from, to).ordinary();
  }

  private void carryOn(Line line, RuleId rule, Style style) {
    Carry carry = scan.carry;
    if (style == Style.LINE && values.quote == 0 && scan.format == Format.PROPERTIES) {
      if (line.last && Carry.endsInBackslash(line, line.end)) {
        values.to = Math.max(values.from, Math.min(values.to, line.end - 1));
        carry.begin(Until.CONTINUATION, rule, values.from);
      }
    } else if (values.open && (scan.format != Format.TEXT || !line.last)) {
      carry.begin(Until.QUOTE, rule, values.from);
      carry.quote = values.quote;
    }
    if (values.quote == 0 && values.to == line.end && !line.last) {
      carry.begin(style == Style.LINE ? Until.LINE : Until.BLANK, rule, values.from);
    }
  }

  private boolean holds(Verdict verdict, int from, int to) {
    byte[] text = scan.line.text;
    if (to <= from || Placeholders.isPlaceholder(text, from, to)) {
      return false;
    }
    return switch (verdict) {
      case SECRET -> true;
      case SESSION -> to - from > 7;
      default -> looksSecret(verdict, from, to) && !Pseudonyms.within(scan.line, from, to);
    };
  }

  private boolean looksSecret(Verdict verdict, int from, int to) {
    byte[] text = scan.line.text;
    return switch (verdict) {
      case LICENCE ->
          to - from > 19 && Placeholders.looksRandom(text, from, Math.min(to, from + 60));
      case SAML -> to - from > 39;
      default -> Placeholders.looksRandom(text, from, to) || isBasic(text, from, to);
    };
  }

  /** Base64 of {@code user:password}. */
  static boolean isBasic(byte[] text, int from, int to) {
    if (to - from < 8 || to - from > 400 || (to - from) % 4 == 1 || isNumber(text, from, to)) {
      return false;
    }
    try {
      byte[] decoded =
          Base64.getDecoder()
              .decode(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
      boolean colon = false;
      for (byte b : decoded) {
        if (b < ' ' && b >= 0 || b == 127) {
          return false;
        }
        colon |= b == ':';
      }
      return colon && Folding.isUtf8(decoded, 0, decoded.length);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static boolean isNumber(byte[] text, int from, int to) {
    for (int p = from; p < to; p++) {
      if (!Chars.isDigit(text[p])) {
        return false;
      }
    }
    return true;
  }

  /** A session id ends where something begins that no id has. */
  private void opaque(int start) {
    Line line = scan.line;
    values.read(line, start, Style.TOKEN);
    if (values.quote != 0) {
      return;
    }
    int p = values.from;
    while (p < line.end && (Chars.isRun(line.text[p]) || "+/=:!~%|*".indexOf(line.text[p]) >= 0)) {
      p++;
    }
    values.to = Math.min(p, values.to);
  }

  private boolean isBareJson(Line line, int from) {
    int p = from;
    while (p > line.start && line.text[p - 1] == ' ') {
      p--;
    }
    if (p == line.start || line.text[p - 1] != ':') {
      return false;
    }
    p--;
    while (p > line.start && line.text[p - 1] == ' ') {
      p--;
    }
    return p > line.start && line.text[p - 1] == '"' && !line.encoded(p - 1);
  }

  static RuleId rule(Verdict verdict) {
    return switch (verdict) {
      case SESSION -> RuleId.SESSION_ID;
      case LICENCE -> RuleId.LICENCE;
      case SAML -> RuleId.SAML;
      default -> RuleId.SECRET_SETTING;
    };
  }

  /** An element's text: up to the next tag, a CDATA section without its marks. */
  int element(int start, Verdict verdict) {
    Line line = scan.line;
    RuleId rule = rule(verdict);
    int from = line.skipSpaces(start);
    boolean data = line.startsWith(from, "<![cdata[");
    from += data ? 9 : 0;
    boolean escaped = line.encoded(start - 1);
    int to = from;
    while (to < line.end && !endsElement(line, to, data, escaped)) {
      to++;
    }
    boolean open = to == line.end;
    if (!scan.on(rule) || !open && !holds(verdict, from, to)) {
      return -1;
    }
    if (open && (scan.format == Format.XML || !line.last)) {
      scan.carry.begin(data ? Until.CDATA : Until.TAG, rule, start);
      scan.carry.unnamed = from == to;
    }
    int trimmed = Values.trimmed(line, from, to);
    if (trimmed > from && holds(verdict, from, trimmed)) {
      scan.add(from, trimmed, As.SECRET, rule);
    }
    return Math.max(to, start);
  }

  private static boolean endsElement(Line line, int p, boolean data, boolean escaped) {
    byte b = line.text[p];
    return data
        ? b == ']' && line.at(p + 1) == ']' && line.at(p + 2) == '>'
        : b == '<' && (escaped || !line.encoded(p));
  }
}
