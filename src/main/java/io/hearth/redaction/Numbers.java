package io.hearth.redaction;

import io.hearth.redaction.Findings.As;

/** Phone numbers and card numbers. */
final class Numbers {
  private final Scan scan;

  Numbers(Scan scan) {
    this.scan = scan;
  }

  /** A number in the international form, from its plus sign. */
  int phone(int plus) {
    Line line = scan.line;
    byte before = line.at(plus - 1);
    byte first = line.at(plus + 1);
    int digit = first == '(' ? plus + 2 : plus + 1;
    if (Chars.isAtom(before) || before == '+' || line.at(digit) < '1' || line.at(digit) > '9') {
      return -1;
    }
    int to = digits(plus + 1, 8, 15);
    return to > 0 ? scan.add(plus, to, As.PHONE, RuleId.PHONE) : -1;
  }

  /** The end of digits in groups with single signs between, or -1 if they are too few or many. */
  private int digits(int from, int least, int most) {
    Line line = scan.line;
    int p = from;
    int end = from;
    int count = 0;
    int group = 0;
    while (p < line.end) {
      byte b = line.text[p];
      if (Chars.isDigit(b)) {
        count++;
        group++;
        end = ++p;
      } else if (group == 0 && b != '(' && !(b == ' ' && line.at(p - 1) == ')')) {
        break;
      } else if (isSeparator(line, p)) {
        group = 0;
        p++;
      } else {
        break;
      }
    }
    boolean goesOn =
        Chars.isAtom(line.at(end)) || line.at(end) == ':' && Chars.isDigit(line.at(end + 1));
    return count < least || count > most || goesOn ? -1 : end;
  }

  private static boolean isSeparator(Line line, int p) {
    byte b = line.text[p];
    byte next = line.at(p + 1);
    boolean digit = Chars.isDigit(next);
    return switch (b) {
      case ' ', '-', '.', '/' -> digit || next == '(';
      case '(' -> digit;
      case ')' -> digit || next == ' ' || next == '-';
      default -> false;
    };
  }

  /** A number in whatever form, in a field or behind a word for one. */
  int phoneField(int start) {
    Line line = scan.line;
    int p = line.skipSpaces(start);
    while (p < line.end && "\"'.: \\".indexOf(line.text[p]) >= 0 && p - start < 8) {
      p++;
    }
    int from = p;
    if (line.at(p) == '+') {
      p++;
    }
    int to = digits(p, 6, 15);
    boolean number = Chars.isDigit(line.at(p)) || line.at(p) == '(';
    return to > 0 && number && !isDate(from, to) ? scan.add(from, to, As.PHONE, RuleId.PHONE) : -1;
  }

  private boolean isDate(int from, int to) {
    Line line = scan.line;
    return to - from == 10 && line.text[from + 4] == '-' && line.text[from + 7] == '-';
  }

  int cardField(int start) {
    Line line = scan.line;
    int p = line.skipSpaces(start);
    while (p < line.end && "\"'\\".indexOf(line.text[p]) >= 0) {
      p++;
    }
    return Chars.isDigit(line.at(p)) ? card(p, line.atomEnd(p)) : -1;
  }

  /** Digits at once, or in groups of four (Amex: four, six, five). */
  int card(int from, int firstEnd) {
    Line line = scan.line;
    byte[] text = line.text;
    byte before = line.at(from - 1);
    if (before == '.' || before == '-' && Chars.isAtom(line.at(from - 2)) || before == '_') {
      return -1;
    }
    int to = firstEnd;
    if (firstEnd - from == 4) {
      byte sign = line.at(firstEnd);
      if (sign != ' ' && sign != '-') {
        return -1;
      }
      to = groups(from, sign);
    }
    if (to < 0 || !isCard(from, to) || goesOn(line, to)) {
      return -1;
    }
    int flags = isBare(from) ? Findings.QUOTE : 0;
    if (scan.on(RuleId.CARD)) {
      scan.findings.add(from, to, As.CARD, RuleId.CARD, flags, 0, 0);
    }
    return to;
  }

  private static boolean goesOn(Line line, int to) {
    byte after = line.at(to);
    return (after == '.' || after == '-' || after == '_') && Chars.isAtom(line.at(to + 1));
  }

  private boolean isBare(int from) {
    Line line = scan.line;
    int p = from;
    while (p > line.start && line.text[p - 1] == ' ') {
      p--;
    }
    return scan.format == Format.JSON && line.at(p - 1) == ':';
  }

  private int groups(int from, byte sign) {
    Line line = scan.line;
    int p = from + 4;
    int digits = 4;
    while (line.at(p) == sign && digits < 19) {
      int end = p + 1;
      while (Chars.isDigit(line.at(end)) && end - p < 8) {
        end++;
      }
      int length = end - p - 1;
      boolean fits =
          length == 4
              || length == 6
              || length == 5
              || length == 3 && (digits == 16 || digits == 12);
      if (!fits || Chars.isAtom(line.at(end))) {
        break;
      }
      digits += length;
      p = end;
      if (digits == 16 || digits == 15) {
        break;
      }
    }
    return digits >= 14 ? p : -1;
  }

  private boolean isCard(int from, int to) {
    byte[] text = scan.line.text;
    int digits = 0;
    int sum = 0;
    for (int p = to - 1; p >= from; p--) {
      if (Chars.isDigit(text[p])) {
        int digit = text[p] - '0';
        int twice = digit * 2;
        sum += digits % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
        digits++;
      }
    }
    return sum % 10 == 0 && isIssuer(text[from] - '0', text[from + 1] - '0', digits);
  }

  /** Leading digits and lengths of the card companies. */
  private static boolean isIssuer(int first, int second, int digits) {
    return switch (first) {
      case 4 -> digits == 16 || digits == 13 || digits == 19;
      case 5 -> digits == 16 && second < 9;
      case 2 -> digits == 16 && second >= 2 && second <= 7;
      case 3 -> digits >= 14 && digits <= 16 && (second >= 4 || second == 0);
      case 6 -> digits >= 16 && digits <= 19;
      default -> false;
    };
  }
}
