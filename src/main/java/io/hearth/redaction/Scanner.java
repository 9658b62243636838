package io.hearth.redaction;

/**
 * One pass over a line: words are told by their hash while they are read, everything else by the
 * sign that announces it. Detectors look back and ahead a bounded way, so time is linear.
 */
final class Scanner {
  private static final int LONG_WORD = 16;
  private static final int ATOM = Chars.ATOM << 8;
  private static final int SIGN = Chars.SIGN << 8;
  private static final int HEX = Chars.HEX << 8;
  private static final int MIXED = (Chars.DIGIT | Chars.LETTER) << 8;
  private static final int STANDS_OUT = (Chars.DIGIT | Chars.HIGH) << 8;

  /** The place of the words' detector among those of the signs. */
  private static final int WORD = 0;

  final Scan scan;
  private final Detectors detectors;
  private final Detector[] bySign;
  private final Tokens tokens;
  private final OwnPatterns own;
  private final Dictionary words;
  private final boolean settingsFile;

  /** Whether words are looked at for what they look like; learning asks for request ids only. */
  private final boolean shapes;

  // Of the word in hand, for its detector.
  private long hash;
  private int seen;
  private boolean known;

  Scanner(Scan scan, OwnPatterns own) {
    this.scan = scan;
    this.own = own;
    words = scan.words;
    tokens = new Tokens(scan);
    detectors = new Detectors(scan);
    bySign = detectors.signs();
    bySign[WORD] = this::word;
    shapes = scan.on(RuleId.TOKEN_SHAPE) || scan.on(RuleId.IPV4);
    settingsFile = scan.format == Format.PROPERTIES;
  }

  /** Fills {@link Scan#findings} with what {@link Scan#line} holds. */
  void run() {
    Line line = scan.line;
    scan.findings.clear();
    scan.values.newLine();
    int p = scan.carry.resume(scan);
    own.find(scan);
    if (settingsFile && line.first && !scan.carry.resumed) {
      p = Math.max(p, detectors.property());
    }
    text(p);
    Persons.track(scan);
    scan.findings.resolve(scan.line.text);
  }

  private void text(int from) {
    byte[] text = scan.line.text;
    int end = scan.line.end;
    int p = from;
    while (p < end) {
      int code = Chars.code(text[p]);
      int start = p++;
      int detector = code & 0xff;
      if ((code & ATOM) != 0) {
        int any = code;
        int all = code;
        for (; p < end; p++) {
          code = Chars.code(text[p]);
          if ((code & ATOM) == 0) {
            break;
          }
          any |= code;
          all &= code;
        }
        if (!isTelling(text, start, p, any, all)) {
          continue;
        }
        detector = WORD;
      } else if ((code & SIGN) == 0) {
        continue;
      }
      p = Math.max(p, bySign[detector].at(start, p));
    }
  }

  /** One branch for all that needs a closer look, as few words do. */
  private boolean isTelling(byte[] text, int start, int end, int any, int all) {
    hash = WordHash.atom(WordHash.SEED, text, start, end);
    known = words.mayHold(hash);
    seen = any >>> 8;
    boolean stands = (any & STANDS_OUT) != 0 | end - start >= LONG_WORD | (all & HEX) != 0;
    if (shapes) {
      return known | stands | tokens.mayStart(text[start], text[start + 1]);
    }
    return known || (any & MIXED) == MIXED && LogLines.endsAsRequestId(text, start, end);
  }

  private int word(int start, int end) {
    boolean high = (seen & Chars.HIGH) != 0;
    int flags = seen;
    if (!shapes && !known && !high) {
      return detectors.shapes().mixed(start, end);
    }
    if (known || high) {
      int next = detectors.words().at(start, end, hash, high);
      if (next > end) {
        return next;
      }
    }
    byte after = scan.line.at(end);
    boolean joined = Chars.isJoint(after) || after == ':' || after == '/' || after == '~';
    boolean plain = end - start < LONG_WORD && !joined && (flags & Chars.DIGIT) == 0;
    return plain ? end : detectors.shapes().at(start, end, flags);
  }
}
