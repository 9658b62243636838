package io.hearth.redaction;

import io.hearth.redaction.Findings.As;
import io.hearth.redaction.KeyNames.Verdict;

/**
 * What a line leaves to the next: a secret that goes on, a tag that is still open, a setting's name
 * whose value is to come. At most {@link #LINES} lines, so that one stray quote in a log does not
 * take the rest of the file along.
 */
final class Carry {
  private static final int LINES = 400;

  /** How a secret goes on. */
  enum Until {
    NOTHING,
    /** Lines of base64, until one that is not. */
    BASE64,
    /** The closing quote. */
    QUOTE,
    /** The next tag. */
    TAG,
    /** The end of a list in JSON that has a line for each value. */
    LIST,
    /** The end of a CDATA section. */
    CDATA,
    /** The end of a properties value: the line that does not end in a backslash. */
    CONTINUATION,
    /** Lines that are indented deeper than the key. */
    INDENT,
    /** The next blank; for pieces of one overlong line. */
    BLANK,
    /** The line's end; for pieces of one overlong line. */
    LINE
  }

  Until until = Until.NOTHING;
  RuleId rule = RuleId.SECRET_SETTING;
  byte quote;
  int indent;

  /** The indented lines are one text, whatever they look like. */
  boolean literal;

  /** Nothing of the secret was replaced yet: the first part of it gets the pseudonym. */
  boolean unnamed;

  /** The line in hand began inside a secret: what stands behind that is no line of its own. */
  boolean resumed;

  private int lines;
  private int from;

  // Markup: whether a tag is open, what its name says of its text, and a name given in another
  // place ({@code <property name="db.password">}) that says what the coming value is.
  boolean inTag;
  Verdict tag = Verdict.NONE;
  Verdict pending = Verdict.NONE;
  private int pendingLines;

  /** The object that is open is about a person, so that its plain {@code name} is one's. */
  boolean person;

  /** A secret that begins at {@code position} goes on behind what can be seen. */
  void begin(Until how, RuleId because, int position) {
    from = position;
    until = how;
    rule = because;
    unnamed = false;
    lines = 0;
  }

  /** What begins behind {@code position} is met again by the next piece of the line. */
  void forgetBehind(int position) {
    if (from >= position) {
      until = Until.NOTHING;
    }
  }

  /** Whether nothing of the lines before bears on the next. */
  boolean isIdle() {
    return until == Until.NOTHING && pending == Verdict.NONE;
  }

  void expect(Verdict verdict) {
    pending = verdict;
    pendingLines = 0;
  }

  /** Takes what belongs to an unfinished secret; returns where ordinary scanning begins. */
  int resume(Scan scan) {
    Line line = scan.line;
    if (line.first) {
      nextLine(scan.format);
    }
    from = -1;
    resumed = until != Until.NOTHING;
    if (until == Until.NOTHING) {
      return line.start;
    }
    if (++lines > LINES) {
      until = Until.NOTHING;
      return line.start;
    }
    return switch (until) {
      case BASE64 -> base64(scan);
      case QUOTE -> quote(scan);
      case TAG -> tag(scan, false);
      case CDATA -> tag(scan, true);
      case LIST -> list(scan);
      case CONTINUATION -> continuation(scan);
      case INDENT -> indent(scan);
      default -> rest(scan);
    };
  }

  private void nextLine(Format format) {
    if (pending != Verdict.NONE && ++pendingLines > 3) {
      pending = Verdict.NONE;
    }
    if (format != Format.XML) {
      inTag = false;
    }
  }

  private int drop(Scan scan, int from, int to) {
    if (to > from && scan.on(rule) && !Pseudonyms.covers(scan.line.text, from, to)) {
      scan.findings.add(from, to, unnamed ? As.SECRET : As.DROP, rule);
      unnamed = false;
    }
    return to;
  }

  private int base64(Scan scan) {
    Line line = scan.line;
    byte[] text = line.text;
    int from = line.skipSpaces(line.fresh);
    int to = from;
    while (to < line.end && (isBase64(text[to]) || text[to] == '-')) {
      to++;
    }
    if (line.startsWith(from, "-----end")) {
      until = Until.NOTHING;
      int dash = from + 5;
      while (dash < line.end && line.text[dash] != '-') {
        dash++;
      }
      return drop(scan, from, Math.min(line.end, dash + 5));
    }
    boolean header = line.startsWith(from, "proc-type:") || line.startsWith(from, "dek-info:");
    if (header) {
      return drop(scan, from, line.end);
    }
    boolean empty = from == line.end;
    boolean all = to == line.end || text[to] == '\\' || text[to] == '<' || text[to] == '"';
    if (!all || (!empty && to - from < 4 && text[from] != '=')) {
      return ends(line.fresh);
    }
    if (!empty && to < line.end && text[to] != '\\') {
      until = Until.NOTHING;
    }
    return drop(scan, from, to);
  }

  static boolean isBase64(byte b) {
    return b >= 0 && Chars.isAtom(b) || b == '+' || b == '/' || b == '=';
  }

  /** The line is none of the secret's. */
  private int ends(int at) {
    until = Until.NOTHING;
    resumed = false;
    return at;
  }

  private int quote(Scan scan) {
    Line line = scan.line;
    for (int p = line.fresh; p < line.end; p++) {
      if (line.text[p] == '\\') {
        p++;
      } else if (line.text[p] == quote && !line.encoded(p)) {
        until = Until.NOTHING;
        return drop(scan, line.skipSpaces(line.fresh), p);
      }
    }
    return drop(scan, line.skipSpaces(line.fresh), line.end);
  }

  private int list(Scan scan) {
    Line line = scan.line;
    Values values = scan.values;
    int p = line.skipSpaces(line.fresh);
    while (p < line.end && (line.text[p] == '"' || Chars.isAtom(line.text[p]))) {
      values.read(line, p, Values.Style.TOKEN);
      if (!Placeholders.isPlaceholder(line.text, values.from, values.to)) {
        int flags = values.quote == 0 ? Findings.QUOTE : 0;
        scan.findings.add(values.from, values.to, As.SECRET, rule, flags, 0, 0);
      }
      p = line.skipSpaces(line.skipQuote(Math.max(p + 1, values.to)));
      p = line.at(p) == ',' ? line.skipSpaces(p + 1) : p;
    }
    return p == line.end && line.last ? p : ends(p);
  }

  private int tag(Scan scan, boolean data) {
    Line line = scan.line;
    for (int p = line.fresh; p < line.end; p++) {
      if (data ? line.startsWith(p, "]]>") : line.text[p] == '<' && !line.encoded(p)) {
        until = Until.NOTHING;
        return drop(scan, line.skipSpaces(line.fresh), p);
      }
    }
    return drop(scan, line.skipSpaces(line.fresh), line.end);
  }

  private int continuation(Scan scan) {
    Line line = scan.line;
    int from = line.skipSpaces(line.fresh);
    boolean more = line.last && endsInBackslash(line, line.end);
    if (!more && line.last) {
      until = Until.NOTHING;
    }
    return drop(scan, from, Math.max(from, more ? line.end - 1 : line.end));
  }

  /** An odd number of backslashes at the end: the last one is not itself escaped. */
  static boolean endsInBackslash(Line line, int end) {
    int count = 0;
    while (end - count > line.start && line.text[end - count - 1] == '\\') {
      count++;
    }
    return count % 2 == 1;
  }

  private int indent(Scan scan) {
    Line line = scan.line;
    int from = line.skipSpaces(line.fresh);
    if (from < line.end && line.first && from - line.fresh <= indent) {
      return ends(line.fresh);
    }
    boolean item = line.at(from) == '-' && line.at(from + 1) == ' ';
    int value = item ? line.skipSpaces(from + 1) : from;
    if (!literal && line.first && hasFields(line, value)) {
      return ends(line.fresh);
    }
    if (item) {
      from = value;
      scan.add(from, Values.trimmed(line, from, line.end), As.SECRET, rule);
      return line.end;
    }
    return drop(scan, from, line.end);
  }

  /** {@code name: value} and <code>{name: value}</code> say themselves which of them is secret. */
  private static boolean hasFields(Line line, int from) {
    int key = line.runEnd(from);
    boolean named = key > from && line.at(key) == ':';
    return line.at(from) == '{' || named && (key + 1 == line.end || line.at(key + 1) == ' ');
  }

  private int rest(Scan scan) {
    Line line = scan.line;
    if (line.first) {
      return ends(line.fresh);
    }
    int p = line.fresh;
    while (p < line.end && (until == Until.LINE || !Chars.isSpace(line.text[p]))) {
      p++;
    }
    if (p < line.end) {
      until = Until.NOTHING;
    }
    return drop(scan, line.fresh, p);
  }
}
