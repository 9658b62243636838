package io.hearth.insight;

import java.nio.charset.StandardCharsets;

/**
 * Puts the lines of one stack trace together and tells which group it belongs to: the types of the
 * exception and its causes, with the first in-app frames of each. Line numbers, numbers of lambdas
 * and of generated classes do not count, so one fault stays one group over releases and restarts.
 */
final class StackReader {

  private static final int LONGEST_LINE = 400;
  private static final int LONGEST = 3000;
  private static final int TELLING_FRAMES = 4;
  private static final int MOST_CAUSES = 4;
  private static final byte[] CAUSED = Line.word("Caused by: ");

  private final byte[] text = new byte[LONGEST];
  private final Hash hash = new Hash();
  private int filled;
  private boolean full;
  private boolean open;
  private int typeLength;
  private int frames;
  private int telling;
  private int causes;
  private String first = "";
  private String culprit = "";
  private String cause = "";

  /** A line that may be the head of a stack: {@code a.b.TypeException: message}. */
  void head(Line line) {
    int length = Type.length(line, 0);
    if (length == 0) {
      return;
    }
    open = true;
    full = false;
    typeLength = length;
    filled = 0;
    frames = 0;
    telling = 0;
    causes = 0;
    first = "";
    culprit = "";
    cause = "";
    hash.clear();
    hash.add(line, 0, length);
    keep(line);
  }

  void frame(Line line, int at) {
    if (!open) {
      return;
    }
    keep(line);
    frames++;
    if (telling == TELLING_FRAMES) {
      return;
    }
    boolean own = Frames.inApp(line, at);
    if (first.isEmpty()) {
      first = Frames.name(line, at);
    }
    if (own) {
      telling++;
      hash.add('@');
      Frames.hash(line, at, hash);
      if (culprit.isEmpty()) {
        culprit = Frames.name(line, at);
      }
    }
  }

  void cause(Line line) {
    if (!open) {
      return;
    }
    keep(line);
    if (causes < MOST_CAUSES) {
      causes++;
      int length = Type.length(line, CAUSED.length);
      hash.add('<');
      hash.add(line, CAUSED.length, CAUSED.length + length);
      cause = line.text(CAUSED.length, CAUSED.length + length, LONGEST_LINE);
      // A cause tells where by two frames: the others are those of what it was thrown through.
      telling = Math.min(telling, TELLING_FRAMES - 2);
    }
  }

  /** A line between the frames. */
  void other(Line line) {
    if (open) {
      keep(line);
    }
  }

  /** Ends the stack; whether there was one. A JVM leaves out the frames of what it throws often. */
  boolean end() {
    boolean was = open && (frames > 0 || Type.thrown(text, typeLength));
    open = false;
    if (was && culprit.isEmpty()) {
      culprit = first;
      for (int i = 0; i < first.length(); i++) {
        hash.add(first.charAt(i));
      }
    }
    return was;
  }

  long key() {
    return hash.value();
  }

  ExceptionGroup group() {
    String sample = new String(text, 0, filled, StandardCharsets.UTF_8).stripTrailing();
    String head = sample.lines().findFirst().orElse("");
    String message = head.substring(Math.min(head.length(), typeLength));
    return new ExceptionGroup(
        head.substring(0, Math.min(head.length(), typeLength)),
        message.startsWith(":") ? message.substring(1).strip() : message.strip(),
        cause,
        culprit,
        sample);
  }

  private void keep(Line line) {
    // The first line that has no room ends the example, so that it has no holes.
    full = full || filled + Math.min(line.length(), LONGEST_LINE) + 1 > LONGEST;
    if (full) {
      return;
    }
    filled += line.copy(text, filled, LONGEST_LINE);
    text[filled++] = '\n';
  }
}
