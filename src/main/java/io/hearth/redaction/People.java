package io.hearth.redaction;

import io.hearth.redaction.Findings.As;

/** User names and full names, told by the field they stand in. */
final class People {
  private static final int LONGEST = 100;

  private final Scan scan;
  private int nameEnd;

  People(Scan scan) {
    this.scan = scan;
  }

  /** A value of a field for a user. {@code sentence}: it may as well be the next word of one. */
  int user(int start, boolean sentence, boolean wholeLine, RuleId rule) {
    Line line = scan.line;
    int from = opening(start);
    boolean quoted = from > start && line.text[from - 1] != ' ';
    int to = userEnd(from);
    // ACME\jdoe: the domain is no part of the name.
    if (line.at(to) == '\\' && Chars.isAtom(line.at(to + 1)) && !quoted) {
      from = to + 1;
      to = userEnd(from);
    }
    byte next = line.at(to);
    // uid=jdoe,ou=people: a distinguished name, which is a detector's own matter.
    if (next == '=') {
      return -1;
    }
    if (next == '@' || next == '(' && to < line.end) {
      return next == '@' ? Math.max(from, start) : -1;
    }
    if (quoted && (next == ' ' || next == ',') && name(start, false) > 0) {
      return nameEnd;
    }
    if (wholeLine && !quoted && next == ' ' && name(start, true) > 0) {
      return nameEnd;
    }
    if (sentence && !quoted && next == ' ' && inSentence(from, to)) {
      return -1;
    }
    return isUser(from, to, sentence && !quoted) ? scan.add(from, to, As.USER, rule) : -1;
  }

  /** An ordinary word with another word behind it. */
  private boolean inSentence(int from, int to) {
    Line line = scan.line;
    return Chars.isLetter(line.at(to + 1)) && scan.facts(from, to).ordinary() && !isKnown(from, to);
  }

  private int opening(int start) {
    Line line = scan.line;
    int p = line.skipSpaces(start);
    while (p < line.end && "\"'\\[`".indexOf(line.text[p]) >= 0) {
      p++;
    }
    return p;
  }

  private int userEnd(int from) {
    Line line = scan.line;
    int p = line.runEnd(from);
    while (p < line.end && (line.text[p] == '+' || line.text[p] == '$') && p > from) {
      p = line.runEnd(p + 1);
    }
    while (p > from && !Chars.isAtom(line.text[p - 1]) && line.text[p - 1] != '$') {
      p--;
    }
    return p;
  }

  /** Whether a word can be somebody's login: no number, no UUID, no word of a sentence. */
  boolean isUser(int from, int to, boolean sentence) {
    Line line = scan.line;
    int length = to - from;
    if (length < 2 || length > LONGEST || !Chars.isAtom(line.text[from])) {
      return false;
    }
    int letters = 0;
    for (int p = from; p < to; p++) {
      letters += Chars.isLetter(line.text[p]) ? 1 : 0;
    }
    if (letters == 0 || Placeholders.isUuid(line.text, from, to)) {
      return false;
    }
    Scan.Facts facts = scan.facts(from, to);
    return !facts.nobody() && !facts.service() && !(sentence && facts.filler());
  }

  /** Whether the dictionary holds the word as a user's name, even a weak one. */
  boolean isKnown(int from, int to) {
    return scan.facts(from, to).user();
  }

  /** A value of a field for a full name; a single word counts in quotes only. */
  int name(int start, boolean wholeLine) {
    Line line = scan.line;
    int from = opening(start);
    byte quote = from > start ? line.text[from - 1] : 0;
    boolean quoted = quote == '"' || quote == '\'' || quote == '`';
    int to = quoted ? quotedEnd(from, quote) : wholeLine ? line.end : bareEnd(from);
    to = Values.trimmed(line, from, to);
    boolean one = line.runEnd(from) >= to;
    if (!isName(from, to) || one && !quoted && !wholeLine) {
      return -1;
    }
    nameEnd = scan.add(from, to, As.NAME, RuleId.NAME_FIELD);
    return nameEnd;
  }

  private int quotedEnd(int from, byte quote) {
    Line line = scan.line;
    boolean escaped = line.encoded(from - 1);
    int p = from;
    while (p < line.end && p - from < LONGEST) {
      boolean ends = line.text[p] == quote && (escaped || !line.encoded(p));
      if (ends || line.text[p] == '\\') {
        return p;
      }
      p++;
    }
    return from;
  }

  /** Up to five words, each of which begins with a capital or belongs to names as they are. */
  int bareEnd(int from) {
    Line line = scan.line;
    int p = from;
    int last = from;
    for (int words = 0; words < 5 && p < line.end; words++) {
      int end = nameWordEnd(p);
      if (end == p || !startsUpper(p) && words < 1) {
        break;
      }
      if (!startsUpper(p) && !Person.isParticle(scan.folded(p, end))) {
        break;
      }
      last = end;
      boolean comma = line.at(end) == ',' && words == 0;
      int next = comma ? end + 1 : end;
      if (line.at(next) != ' ' && line.at(next) != '+') {
        break;
      }
      p = next + 1;
    }
    return last;
  }

  private int nameWordEnd(int from) {
    Line line = scan.line;
    int p = from;
    while (p < line.end
        && (Chars.isAtom(line.text[p]) && !Chars.isDigit(line.text[p])
            || p > from && "-'.".indexOf(line.text[p]) >= 0 && Chars.isLetter(line.at(p + 1)))) {
      p++;
    }
    return Chars.isDigit(line.at(p)) ? from : p;
  }

  boolean startsUpper(int p) {
    Line line = scan.line;
    byte b = line.at(p);
    if (b >= 0) {
      return Chars.isUpper(b);
    }
    int end = Math.min(line.end, p + 4);
    String text = WordTable.decode(line.text, p, end);
    return !text.isEmpty() && Character.isUpperCase(text.codePointAt(0));
  }

  private boolean isName(int from, int to) {
    Line line = scan.line;
    if (to - from < 2 || to - from > LONGEST) {
      return false;
    }
    for (int p = from; p < to; p++) {
      byte b = line.text[p];
      boolean fits = Chars.isAtom(b) && !Chars.isDigit(b) || " ,.'-+_()".indexOf(b) >= 0;
      if (!fits) {
        return false;
      }
    }
    return !scan.facts(from, to).nobody() && Chars.isLetter(line.text[from]);
  }
}
