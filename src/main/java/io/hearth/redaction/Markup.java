package io.hearth.redaction;

import io.hearth.redaction.Findings.As;
import io.hearth.redaction.KeyNames.Verdict;

/** XML and HTML: elements whose name, or whose name attribute, says what their text is. */
final class Markup {
  private final Scan scan;
  private final Fields fields;
  private final People people;

  Markup(Scan scan, Fields fields, People people) {
    this.scan = scan;
    this.fields = fields;
    this.people = people;
  }

  /** A {@code <}: notes which tag it opens. */
  int open(int p) {
    Line line = scan.line;
    Carry carry = scan.carry;
    carry.inTag = false;
    if (!Chars.isLetter(line.at(p + 1))) {
      return -1;
    }
    int end = p + 1;
    while (end < line.end && (Chars.isRun(line.text[end]) || line.text[end] == ':')) {
      end++;
    }
    byte after = line.at(end);
    boolean tag = after == '>' || after == '/' || Chars.isSpace(after) || end == line.end;
    if (!tag || end - p > 80) {
      return -1;
    }
    carry.inTag = true;
    carry.tag = scan.names.of(line.text, p + 1, end);
    carry.person = Persons.ends(line, end);
    return after == '>' ? close(end) : end;
  }

  /** The {@code >} of an open tag: its text follows. */
  int close(int p) {
    Line line = scan.line;
    Carry carry = scan.carry;
    if (!carry.inTag) {
      return -1;
    }
    carry.inTag = false;
    if (line.at(p - 1) == '/') {
      return -1;
    }
    Verdict verdict = carry.tag;
    if (carry.pending != Verdict.NONE && line.at(line.skipSpaces(p + 1)) != '<') {
      verdict = carry.pending;
      carry.expect(Verdict.NONE);
    }
    int next = text(p + 1, verdict);
    return next > 0 ? next : p + 1;
  }

  private int text(int start, Verdict verdict) {
    return switch (verdict) {
      case SECRET, RANDOM, SESSION, LICENCE, SAML -> fields.secrets().element(start, verdict);
      case NAME -> named(start);
      case USER -> word(start, As.USER, RuleId.USER_FIELD);
      case FULL_NAME -> word(start, As.NAME, RuleId.NAME_FIELD);
      case NONE, VALUE, AUTHORIZATION, COOKIE -> -1;
      default -> fields.value(verdict, start, start, start, Values.Style.TOKEN);
    };
  }

  private int textEnd(int start) {
    Line line = scan.line;
    boolean escaped = line.encoded(start - 1);
    int p = start;
    while (p < line.end && !(line.text[p] == '<' && (escaped || !line.encoded(p)))) {
      p++;
    }
    return p;
  }

  private int named(int start) {
    int from = scan.line.skipSpaces(start);
    int to = Values.trimmed(scan.line, from, textEnd(start));
    if (to > from && to - from < 128) {
      Verdict verdict = scan.names.of(scan.line.text, from, to);
      scan.carry.expect(Fields.isValued(verdict) ? verdict : Verdict.NONE);
    }
    return -1;
  }

  private int word(int start, As as, RuleId rule) {
    Line line = scan.line;
    int from = line.skipSpaces(start);
    int to = Values.trimmed(line, from, textEnd(start));
    boolean one = line.runEnd(from) >= to && people.isUser(from, to, false);
    int blank = from;
    while (blank < to && line.text[blank] != ' ') {
      blank++;
    }
    boolean name = blank < to && to - from < 100 && people.bareEnd(from) == to;
    if (as == As.NAME && to - from > 1 && to - from < 100 && Chars.isLetter(line.text[from])) {
      name = line.at(to) == '<';
    }
    if (name) {
      return scan.add(from, to, As.NAME, RuleId.NAME_FIELD);
    }
    return one ? scan.add(from, to, as, rule) : -1;
  }
}
