package io.hearth.redaction;

import io.hearth.redaction.Findings.As;
import io.hearth.redaction.KeyNames.Verdict;
import io.hearth.redaction.Values.Style;

/**
 * One pass over a line: words are told by their hash while they are read, everything else by the
 * sign that announces it. Detectors look back and ahead a bounded way, so time is linear.
 */
final class Scanner {
  private static final Keyword[] KEYWORDS = Keyword.values();
  private static final int LONG_WORD = 20;

  final Scan scan;
  private final Fields fields;
  private final Headers headers;
  private final People people;
  private final Mails mails;
  private final Hosts hosts;
  private final Addresses addresses;
  private final Numbers numbers;
  private final Tokens tokens;
  private final Flags flags;
  private final Paths paths;
  private final Markup markup;
  private final LogLines logs;
  private final OwnPatterns own;
  private final boolean settingsFile;

  Scanner(Scan scan, OwnPatterns own) {
    this.scan = scan;
    this.own = own;
    headers = new Headers(scan);
    people = new People(scan);
    hosts = new Hosts(scan);
    mails = new Mails(scan, hosts);
    addresses = new Addresses(scan);
    numbers = new Numbers(scan);
    fields = new Fields(scan, headers, people, hosts, numbers);
    tokens = new Tokens(scan);
    flags = new Flags(scan, fields);
    paths = new Paths(scan, people);
    markup = new Markup(scan, fields, people);
    logs = new LogLines(scan, people);
    settingsFile = scan.format == Format.PROPERTIES;
  }

  /** Fills {@link Scan#findings} with what {@link Scan#line} holds. */
  void run() {
    Line line = scan.line;
    scan.findings.clear();
    scan.values.newLine();
    int p = scan.carry.resume(scan);
    own.find(scan);
    if (settingsFile && line.first && p == line.start) {
      p = Math.max(p, property());
    }
    text(p);
    Persons.track(scan);
    scan.findings.resolve();
  }

  private void text(int from) {
    Line line = scan.line;
    byte[] text = line.text;
    int end = line.end;
    int p = from;
    while (p < end) {
      byte b = text[p];
      if (!Chars.isAtom(b)) {
        p = Chars.isSpace(b) ? p + 1 : sign(p, b);
        continue;
      }
      int start = p;
      long hash = WordTable.SEED;
      int seen = 0;
      do {
        hash = WordTable.step(hash, Chars.fold(b));
        seen |= Chars.flags(b);
        p++;
        if (p >= end) {
          break;
        }
        b = text[p];
      } while (Chars.isAtom(b));
      p = word(start, p, hash, seen);
    }
  }

  private int word(int start, int end, long plainHash, int seen) {
    byte[] text = scan.line.text;
    boolean high = (seen & Chars.HIGH) != 0;
    long hash = high ? WordTable.hash(scan.folded(start, end)) : plainHash;
    int next = -1;
    if (scan.words.mayHold(hash)) {
      next = inDictionary(start, end, hash);
    }
    if (next < 0 && end + 3 - start > 4 && tokens.mayStart(text[start], text[start + 1])) {
      next = tokens.shape(start);
    }
    if (next < 0 && (seen & Chars.DIGIT) != 0) {
      next = withDigits(start, end, seen);
    }
    if (next < 0 && end - start >= LONG_WORD) {
      next = tokens.longWord(start, end);
    }
    boolean colon = end < scan.line.end && text[end] == ':' && end - start < 5;
    if (next < 0 && colon && scan.line.at(end + 1) != '/') {
      next = isHex(start, end) ? colonGroups(start, end) : -1;
    }
    return next > end ? next : end;
  }

  private boolean isHex(int start, int end) {
    for (int p = start; p < end; p++) {
      if (!Chars.isHex(scan.line.text[p])) {
        return false;
      }
    }
    return true;
  }

  private int colonGroups(int start, int end) {
    int next = end - start == 2 ? addresses.mac(start, end) : -1;
    return next > 0 ? next : addresses.ipv6(start);
  }

  private int withDigits(int start, int end, int seen) {
    Line line = scan.line;
    byte[] text = line.text;
    int length = end - start;
    byte after = line.at(end);
    if ((seen & Chars.LETTER) == 0) {
      if (length < 4 && after == '.') {
        return addresses.ipv4(start, end);
      }
      boolean group =
          length == 4 && (after == ' ' || after == '-') && Chars.isDigit(line.at(end + 1));
      if (length > 12 && length < 20 || group) {
        return numbers.card(start, end);
      }
    } else if (length > 4
        && (text[end - 2] == 'x' || text[end - 3] == 'x' || text[end - 4] == 'x')) {
      if (LogLines.isRequestId(text, start, end)) {
        logs.requestId(start, end);
        return end;
      }
    } else if (text[start] == 'J' && length > 9 && line.startsWith(start, "jirauser")) {
      return scan.add(start, end, As.USER, RuleId.USER_KEY);
    }
    boolean pair = length == 2 && after == '-' || length == 4 && after == '.';
    return pair && isHex(start, end) ? addresses.mac(start, end) : -1;
  }

  private int inDictionary(int start, int end, long hash) {
    Line line = scan.line;
    int best = 0;
    int bestEnd = end;
    int p = end;
    long h = hash;
    for (int entry = scan.words.find(h); entry != 0; entry = scan.words.find(h)) {
      if ((entry & WordTable.WHOLE) != 0) {
        best = entry;
        bestEnd = p;
      }
      if ((entry & WordTable.PREFIX) == 0 || p >= line.end) {
        break;
      }
      while (p < line.end && !Chars.isAtom(line.text[p]) && p - end < LONG_WORD * 4) {
        byte b = line.text[p];
        boolean blank = Chars.isSpace(b) || b == '+';
        h = WordTable.step(h, blank ? ' ' : b);
        p++;
      }
      int atom = p;
      p = line.atomEnd(p);
      if (p == atom) {
        break;
      }
      h = WordTable.extend(h, line.text, atom, p);
    }
    return best == 0 ? -1 : known(start, end, bestEnd, best);
  }

  private int known(int start, int end, int knownEnd, int entry) {
    int kind = WordTable.kind(entry);
    int number = WordTable.number(entry);
    return switch (kind) {
      case Dictionary.KEYWORD -> keyword(start, end, KEYWORDS[number]);
      case Dictionary.TOP_LEVEL ->
          scan.line.at(start - 1) == '.' ? hosts.dotted(start, end, number) : -1;
      case Dictionary.ALLOWED -> knownEnd;
      case Dictionary.OWN -> scan.add(start, knownEnd, As.OWN, RuleId.OWN_WORD);
      case Vocabulary.USER -> person(start, knownEnd, As.USER, RuleId.KNOWN_USER);
      case Vocabulary.NAME -> person(start, knownEnd, As.NAME, RuleId.KNOWN_NAME);
      case Vocabulary.HOST -> hosts.known(start, knownEnd);
      default -> -1;
    };
  }

  private int person(int start, int end, As as, RuleId rule) {
    Line line = scan.line;
    // The local part of an address is replaced with the address.
    boolean mail = line.at(end) == '@' || line.at(end) == '+' && Chars.isAtom(line.at(end + 1));
    scan.add(start, end, as, rule);
    return mail ? -1 : end;
  }

  private int keyword(int start, int end, Keyword keyword) {
    Line line = scan.line;
    int pseudonym = Pseudonyms.end(line, start, end);
    if (pseudonym > 0) {
      return pseudonym;
    }
    return switch (keyword) {
      case BEARER -> headers.scheme(end, line.startsWith(start, "basic"));
      case PASSWORD -> flags.password(start, end);
      case IDENTIFIED -> line.startsWith(end, " by") ? flags.identified(end + 3) : -1;
      case USER -> userWord(start, end);
      case HOME -> paths.folder(start, end);
      case PROFILE -> paths.profile(end);
      case PHONE -> phoneWord(end);
      default -> -1;
    };
  }

  private int userWord(int start, int end) {
    Line line = scan.line;
    int value = line.skipSpaces(end);
    byte b = line.at(value);
    if (value == end || value - end > 2) {
      return -1;
    }
    if (b == '\'' || b == '"') {
      return people.user(value, true, RuleId.LOG_USER);
    }
    int to = line.runEnd(value);
    while (to > value && !Chars.isAtom(line.text[to - 1])) {
      to--;
    }
    boolean telling = people.isKnown(value, to);
    for (int p = value + 1; p < to && !telling; p++) {
      telling = line.text[p] == '.' || line.text[p] == '_';
    }
    boolean field = line.at(to) == '=' || line.at(to) == ':' || line.at(to) == '(';
    return telling && !field ? people.user(value, true, RuleId.LOG_USER) : -1;
  }

  private int phoneWord(int end) {
    Line line = scan.line;
    int p = end;
    while (p < line.end && p - end < 4 && ".: #".indexOf(line.text[p]) >= 0) {
      p++;
    }
    byte b = line.at(p);
    return p > end && (Chars.isDigit(b) || b == '(') ? numbers.phoneField(p) : -1;
  }

  private int sign(int p, byte b) {
    Line line = scan.line;
    int next =
        switch (b) {
          case '=' -> fields.at(p);
          case ':' -> colon(p);
          case '@' -> mails.at(p);
          case '<' -> markup.open(p);
          case '>' -> markup.close(p);
          case '-' -> dash(p);
          case '~' -> tilde(p);
          case '\\' -> line.at(p + 1) == '\\' ? hosts.unc(p) : -1;
          case '+' ->
              Chars.isDigit(line.at(p + 1)) || line.at(p + 1) == '(' ? numbers.phone(p) : -1;
          case '[' -> line.at(p + 3) == '/' ? logs.accessTime(p) : -1;
          default -> -1;
        };
    return next > p ? next : p + 1;
  }

  private int colon(int p) {
    Line line = scan.line;
    byte next = line.at(p + 1);
    if (next == '/' && line.at(p + 2) == '/') {
      return hosts.authority(p + 3);
    }
    if (next == ':') {
      return addresses.ipv6(p);
    }
    if (line.startsWith(p - 4, "thin:")) {
      return oracle(p + 1);
    }
    return fields.at(p);
  }

  /** {@code jdbc:oracle:thin:name/password@host:1521:SID}. */
  private int oracle(int start) {
    Line line = scan.line;
    int slash = line.runEnd(start);
    if (slash == start || line.at(slash) != '/') {
      return -1;
    }
    int at = slash + 1;
    while (at < line.end && line.text[at] != '@' && !Chars.isSpace(line.text[at])) {
      at++;
    }
    if (line.at(at) != '@' || Placeholders.isPlaceholder(line.text, slash + 1, at)) {
      return -1;
    }
    scan.add(slash + 1, at, As.SECRET, RuleId.URL_PASSWORD);
    int host = at + 1;
    while (line.at(host) == '/') {
      host++;
    }
    int to = hosts.nameEnd(host);
    return to > host && Chars.isLetter(line.text[host])
        ? hosts.found(host, to, RuleId.URL_HOST)
        : at;
  }

  private int dash(int p) {
    Line line = scan.line;
    if (line.startsWith(p, "-----begin ")) {
      return scan.on(RuleId.PEM) ? tokens.pem(p) : -1;
    }
    byte before = line.at(p - 1);
    boolean starts = p == line.start || Chars.isSpace(before) || before == '"' || before == '\'';
    return starts || before == '[' || before == ',' ? flags.at(p) : -1;
  }

  private int tilde(int p) {
    int token = tokens.azure(p);
    return token > 0 ? token : paths.tilde(p);
  }

  /** {@code name value} and {@code name=value} of a properties file, comments left to the text. */
  private int property() {
    Line line = scan.line;
    int name = line.skipSpaces(line.start);
    byte first = line.at(name);
    if (name == line.end || first == '#' || first == '!') {
      return name;
    }
    int end = line.runEnd(name);
    if (end == name || line.at(end) != ' ' && line.at(end) != '\t') {
      return name;
    }
    int start = line.skipSpaces(end);
    if (start == line.end || line.at(start) == '=' || line.at(start) == ':') {
      return name;
    }
    Verdict verdict = scan.names.of(line.text, name, end);
    return verdict == Verdict.NONE ? name : fields.value(verdict, end, start, Style.LINE);
  }
}
