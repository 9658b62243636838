package io.hearth.insight;

/**
 * Reads logs of the product, of Tomcat and of the JVM: errors by the minute, exceptions with their
 * stacks, starts and pauses. Which of them a line is, its first bytes tell; others are passed over.
 */
final class LogObserver implements Observer {

  private static final int STAMP = "2026-03-01 11:59:30".length();

  /** A thread's name with an address in it may stand before the level. */
  private static final int HEAD = 600;

  private static final int MOST_TOKENS = 12;

  private static final byte[] AT = Line.word("at ");
  private static final byte[] CAUSED = Line.word("Caused by: ");
  private static final byte[] MORE = Line.word("... ");

  private enum Level {
    ERROR,
    WARNING,
    OTHER;

    private static final byte[][] ERRORS = words("ERROR", "FATAL", "SEVERE");
    private static final byte[][] WARNINGS = words("WARN", "WARNING");
    private static final byte[][] OTHERS = words("INFO", "DEBUG", "TRACE", "CONFIG", "FINE");

    private static byte[][] words(String... words) {
      byte[][] all = new byte[words.length][];
      for (int i = 0; i < words.length; i++) {
        all[i] = Line.word(words[i]);
      }
      return all;
    }

    /** The first word of the line that is a level; it stands alone between blanks. */
    static Level of(Line line, int from) {
      int at = from;
      for (int token = 0; token < MOST_TOKENS && at < Math.min(line.length(), HEAD); token++) {
        int end = line.next(' ', at);
        if (is(ERRORS, line, at, end)) {
          return ERROR;
        }
        if (is(WARNINGS, line, at, end)) {
          return WARNING;
        }
        if (is(OTHERS, line, at, end)) {
          return OTHER;
        }
        at = end + 1;
      }
      return OTHER;
    }

    private static boolean is(byte[][] words, Line line, int from, int end) {
      for (byte[] word : words) {
        if (end - from == word.length && line.has(from, word)) {
          return true;
        }
      }
      return false;
    }
  }

  private final Times times;
  private final StackReader stack = new StackReader();
  private final LogTold told = new LogTold(Bounds.OF_ENTRY);
  private final PauseTold pauses = new PauseTold(Bounds.OF_ENTRY.minutes());
  private long now = Times.NONE;

  LogObserver(Times times) {
    this.times = times;
  }

  @Override
  public void line(Line line) {
    int first = line.at(0);
    if (first >= '0' && first <= '9') {
      timed(line);
    } else if (first == '\t' || first == ' ') {
      indented(line);
    } else if (first == '[') {
      endStack();
      pauses.line(line, times);
    } else if (line.has(0, CAUSED)) {
      stack.cause(line);
    } else {
      bare(line);
    }
  }

  private void timed(Line line) {
    endStack();
    long sortable = times.sortable(line, 0);
    long at = sortable == Times.NONE ? times.named(line, 0) : sortable;
    if (at == Times.NONE) {
      return;
    }
    now = at;
    Level level = Level.of(line, STAMP);
    told.line(at, level == Level.ERROR, level == Level.WARNING);
    if (level == Level.OTHER) {
      Start.in(line, STAMP).ifPresent(what -> told.start(new Start(at, what, "")));
    }
  }

  private void indented(Line line) {
    int at = 0;
    while (line.at(at) == ' ' || line.at(at) == '\t') {
      at++;
    }
    if (line.has(at, AT)) {
      stack.frame(line, at + AT.length);
    } else if (line.has(at, CAUSED) || line.has(at, MORE)) {
      stack.other(line);
    }
  }

  /** The head of a stack, or a part of a message of several lines. */
  private void bare(Line line) {
    endStack();
    stack.head(line);
    if (now != Times.NONE) {
      Start.banner(line).ifPresent(what -> told.start(new Start(now, what, "")));
    }
  }

  private void endStack() {
    if (stack.end()) {
      told.exception(stack, now);
    }
  }

  @Override
  public void end() {
    endStack();
  }

  @Override
  public void addTo(Told all, String entry) {
    all.log().addAll(told.in(entry));
    all.pauses().addAll(pauses.in(entry));
  }
}
