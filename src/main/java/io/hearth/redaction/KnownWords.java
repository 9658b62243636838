package io.hearth.redaction;

import io.hearth.redaction.Findings.As;

/** Words of the dictionary: learned ones are replaced, keywords look at what stands beside them. */
final class KnownWords {
  private static final int LONGEST_GAP = 64;

  private final Scan scan;
  private final People people;
  private final Hosts hosts;
  private final Numbers numbers;
  private final Dictionary words;
  private final Detector[] keywords = new Detector[Keyword.values().length];

  KnownWords(
      Scan scan,
      People people,
      Hosts hosts,
      Paths paths,
      Numbers numbers,
      Flags flags,
      Headers headers,
      Projects projects) {
    this.scan = scan;
    this.people = people;
    this.hosts = hosts;
    this.numbers = numbers;
    words = scan.words;
    java.util.Arrays.fill(keywords, Detector.NOTHING);
    put(Keyword.BEARER, (from, to) -> headers.scheme(to, scan.line.startsWith(from, "basic")));
    put(Keyword.PASSWORD, flags::password);
    put(Keyword.IDENTIFIED, flags::identified);
    put(Keyword.USER, (from, to) -> userWord(to));
    put(Keyword.HOME, paths::folder);
    put(Keyword.PROFILE, (from, to) -> either(paths.profile(to), projects.path(from, to)));
    put(Keyword.PSEUDONYM, projects::path);
    put(Keyword.PROJECT, projects::path);
    put(Keyword.PHONE, (from, to) -> phoneWord(to));
  }

  private static int either(int one, int other) {
    return one > 0 ? one : other;
  }

  private void put(Keyword keyword, Detector detector) {
    keywords[keyword.ordinal()] = detector;
  }

  /** The word whose plain bytes have the given hash. */
  int at(int start, int end, long plainHash, boolean high) {
    long hash = high ? hash(WordHash.SEED, start, end) : plainHash;
    return !high || words.mayHold(hash) ? inDictionary(start, end, hash) : -1;
  }

  private long hash(long before, int start, int end) {
    byte[] text = scan.line.text;
    int all = 0;
    for (int p = start; p < end; p++) {
      all |= text[p];
    }
    if (all >= 0) {
      return WordHash.atom(before, text, start, end);
    }
    byte[] folded = WordHash.bytes(scan.folded(start, end));
    return WordHash.go(before, folded, folded.length - 8);
  }

  /** The longest text of the dictionary that begins here, over as many words as it has. */
  private int inDictionary(int start, int end, long hash) {
    Line line = scan.line;
    int best = 0;
    int bestEnd = end;
    int p = end;
    long h = hash;
    for (int entry = words.find(h); entry != 0; entry = words.find(h)) {
      if ((entry & WordTable.WHOLE) != 0) {
        best = entry;
        bestEnd = p;
      }
      if ((entry & WordTable.PREFIX) == 0 || p >= line.end) {
        break;
      }
      while (p < line.end && !Chars.isAtom(line.text[p]) && p - end < LONGEST_GAP) {
        byte b = line.text[p];
        boolean blank = Chars.isSpace(b) || b == '+';
        h = WordHash.sign(h, blank ? ' ' : b);
        p++;
      }
      int atom = p;
      p = line.atomEnd(p);
      if (p == atom) {
        break;
      }
      h = hash(h, atom, p);
    }
    return best == 0 ? -1 : known(start, end, bestEnd, best);
  }

  private int known(int start, int end, int knownEnd, int entry) {
    int kind = WordTable.kind(entry);
    int number = WordTable.number(entry);
    return switch (kind) {
      case Dictionary.KEYWORD -> keyword(start, end, keywords[number]);
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
    if (as == As.NAME && line.at(end) == ' ' && line.at(end + 1) == '(') {
      return behindName(end + 2);
    }
    return mail ? -1 : end;
  }

  /** {@code Jane Doe (jdoe)}. */
  private int behindName(int from) {
    Line line = scan.line;
    int to = line.runEnd(from);
    boolean user = line.at(to) == ')' && people.isUser(from, to, false);
    return user ? scan.add(from, to, As.USER, RuleId.LOG_USER) : from;
  }

  private int keyword(int start, int end, Detector detector) {
    int pseudonym = Pseudonyms.end(scan.line, start, end);
    return pseudonym > 0 ? pseudonym : detector.at(start, end);
  }

  private int userWord(int end) {
    Line line = scan.line;
    int value = line.skipSpaces(end);
    byte b = line.at(value);
    if (value == end || value - end > 2) {
      return -1;
    }
    if (b == '\'' || b == '"') {
      return people.user(value, true, false, RuleId.LOG_USER);
    }
    int to = line.runEnd(value);
    while (to > value && !Chars.isAtom(line.text[to - 1])) {
      to--;
    }
    int letters = 0;
    boolean joint = false;
    for (int p = value; p < to; p++) {
      letters += Chars.isLetter(line.text[p]) ? 1 : 0;
      joint |= line.text[p] == '.' || line.text[p] == '_';
    }
    boolean telling = people.isKnown(value, to) || joint && letters > 2 && Chars.isLetter(b);
    boolean field = line.at(to) == '=' || line.at(to) == ':' || line.at(to) == '(';
    return telling && !field ? people.user(value, true, false, RuleId.LOG_USER) : -1;
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
}
