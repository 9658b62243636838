package io.hearth.redaction;

/**
 * Where the value behind a separator begins and ends. One instance per scanner, used again.
 *
 * <p>An escaped character ends a value only when the separator was escaped too: in {@code
 * password=a%26b&x=1} the value is {@code a%26b}.
 */
final class Values {
  /** How a value without quotes ends. */
  enum Style {
    /** With the parameter: {@code &}, blank or quote. */
    QUERY,
    /** With the line. */
    LINE,
    /** With the blank, or where another {@code key=} begins. */
    TOKEN
  }

  int from;
  int to;

  /** The quote that opened the value, 0 for none. */
  byte quote;

  /** The quote did not close on this line. */
  boolean open;

  private int slashes;
  private boolean escaped;

  // A quote that does not close is looked for only once: many openings on one long line stay cheap.
  private int unclosedFrom;
  private byte unclosedQuote;

  // So does the end of an overlong value: names without end in it do not each look for it.
  private static final int LONG = 4096;
  private Style longStyle = Style.LINE;
  private int longFrom;
  private int longTo;

  // Lists and cookies are read once, though what opens one may stand again and again inside.
  int listedTo;
  int cookiesTo;

  void newLine() {
    listedTo = 0;
    cookiesTo = 0;
    longTo = 0;
    unclosedFrom = Integer.MAX_VALUE;
  }

  /** Reads the value that begins at {@code start}; {@link #from} = {@link #to} if it is empty. */
  void read(Line line, int start, Style style) {
    byte[] text = line.text;
    quote = 0;
    open = false;
    slashes = 0;
    escaped = start > line.start && line.encoded(start - 1);
    int p = start;
    while (p < line.end && text[p] == '\\') {
      p++;
    }
    byte b = line.at(p);
    if (b == '"' || b == '\'' || b == '`') {
      slashes = p - start;
      quote = b;
      escaped = line.encoded(p);
      from = p + 1;
      to = closing(line, from);
      open = to < 0;
      to = open ? trimmed(line, from, line.end) : to;
      return;
    }
    from = start;
    if (style == longStyle && start > longFrom && start < longTo) {
      to = longTo;
      return;
    }
    to =
        switch (style) {
          case QUERY -> query(line, start);
          case LINE -> trimmed(line, start, line.end);
          case TOKEN -> token(line, start);
        };
    if (to - from > LONG) {
      longStyle = style;
      longFrom = from;
      longTo = to;
    }
  }

  /** The closing quote, or -1: backslashed and doubled quotes belong to the value. */
  private int closing(Line line, int start) {
    if (quote == unclosedQuote && start >= unclosedFrom) {
      return -1;
    }
    byte[] text = line.text;
    for (int p = start; p < line.end; p++) {
      byte b = text[p];
      if (b == '\\' && slashes == 0) {
        p++;
      } else if (b == quote && (escaped || !line.encoded(p))) {
        if (slashes > 0) {
          int before = backslashesBefore(text, p, start);
          if (before <= slashes) {
            return p - before;
          }
        } else if (line.at(p + 1) == quote && p > start) {
          p++;
        } else if (endsValue(line, p + 1)) {
          return p;
        }
      }
    }
    unclosedFrom = start;
    unclosedQuote = quote;
    return -1;
  }

  private static int backslashesBefore(byte[] text, int p, int start) {
    int count = 0;
    while (p - count > start && text[p - count - 1] == '\\') {
      count++;
    }
    return count;
  }

  /** Behind a quote that closes a value stands no letter: {@code "a"b"} goes on. */
  private static boolean endsValue(Line line, int p) {
    byte b = line.at(p);
    return p >= line.end || !(Chars.isAtom(b) || b == '!' || b == '$' || b == '@' || b == '*');
  }

  private boolean plain(Line line, int p) {
    return escaped || !line.encoded(p) || line.text[p] == '&' && isEntity(line, p);
  }

  /** Markup and JSON write the sign between two parameters so; only {@code %26} is a value's. */
  private static boolean isEntity(Line line, int p) {
    return line.rawAt(p + 1) - line.rawAt(p) >= "&amp;".length();
  }

  private int query(Line line, int start) {
    byte[] text = line.text;
    int p = start;
    while (p < line.end && text[p] != '\n' && !(endsParameter(text[p]) && plain(line, p))) {
      p++;
    }
    while (p > start && (text[p - 1] == '.' || text[p - 1] == ',')) {
      p--;
    }
    return p;
  }

  private static boolean endsParameter(byte b) {
    return switch (b) {
      case '&', '#', '<', '>', '"', '\'', '|', ']', ')', ';', '\\', '`', '}' -> true;
      default -> Chars.isSpace(b);
    };
  }

  private int token(Line line, int start) {
    byte[] text = line.text;
    int p = start;
    int depth = 0;
    // {pw} is how SQL Server's drivers quote.
    if (line.at(p) == '{') {
      int close = braced(line, p + 1);
      if (close > 0) {
        return close + 1;
      }
    }
    for (; p < line.end; p++) {
      byte b = text[p];
      if (b != '\n' && (Chars.isAtom(b) || !plain(line, p))) {
        continue;
      }
      if (Chars.isSpace(b) || endsToken(line, p, b)) {
        break;
      }
      depth += b == '(' || b == '[' || b == '{' ? 1 : b == ')' || b == ']' || b == '}' ? -1 : 0;
      if (depth < 0 && endsOuter(line, p + 1)) {
        break;
      }
    }
    return withoutEnd(text, start, p);
  }

  private static int braced(Line line, int start) {
    for (int p = start; p < line.end && p - start < 256; p++) {
      if (line.text[p] == '}') {
        byte next = line.at(p + 1);
        return next == ';' || p + 1 == line.end || Chars.isSpace(next) ? p : -1;
      }
      if (Chars.isSpace(line.text[p])) {
        return -1;
      }
    }
    return -1;
  }

  private boolean endsToken(Line line, int p, byte b) {
    if (b == '"' || b == '\'' || b == '`') {
      return endsOuter(line, p + 1);
    }
    if (b == '\\') {
      byte next = line.at(p + 1);
      return next == '"' || next == '\'' || next == 'n' || next == 'r' || p + 1 == line.end;
    }
    if (b == '<') {
      return line.at(p + 1) == '/' || Chars.isLetter(line.at(p + 1));
    }
    return (b == ',' || b == ';' || b == '&' || b == '|') && startsField(line, p + 1);
  }

  /** Leaves off what ends the sentence or the list: {@code token=abc, }. */
  private static int withoutEnd(byte[] text, int start, int end) {
    int p = end;
    while (p > start && (text[p - 1] == ',' || text[p - 1] == ';' || text[p - 1] == '.')) {
      p--;
    }
    return p > start && text[p - 1] == ':' ? p - 1 : p;
  }

  private static boolean endsOuter(Line line, int p) {
    byte b = line.at(p);
    return p >= line.end || Chars.isSpace(b) || ",;)>]}/&|.\"'".indexOf(b) >= 0;
  }

  /** Whether another field begins: a name with its separator, perhaps in quotes. */
  private static boolean startsField(Line line, int p) {
    int q = line.at(p) == '"' ? p + 1 : p;
    int start = q;
    while (q < line.end && q - start < 64 && Chars.isRun(line.text[q])) {
      q++;
    }
    byte b = line.at(q);
    boolean separator = b == '=' || b == ':' && line.at(q + 1) != ':' || b == '"';
    return q > start && Chars.isLetter(line.at(start)) && separator;
  }

  static int trimmed(Line line, int start, int end) {
    int p = end;
    while (p > start && Chars.isSpace(line.text[p - 1])) {
      p--;
    }
    return p;
  }
}
