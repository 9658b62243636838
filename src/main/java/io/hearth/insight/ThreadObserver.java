package io.hearth.insight;

import java.nio.charset.StandardCharsets;

/** Reads a thread dump in the form of {@code jstack}. */
final class ThreadObserver implements Observer {

  private static final byte[] STATE = Line.word("java.lang.Thread.State: ");
  private static final byte[] AT = Line.word("at ");
  private static final byte[] FOUND = Line.word("Found ");
  private static final byte[] DEADLOCK = Line.word("deadlock");
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_FRAME = 200;
  private static final int LONGEST_STACK = 1500;

  private final DumpTold told = new DumpTold();
  private final byte[] text = new byte[LONGEST_STACK];
  private final Hash hash = new Hash();
  private int filled;
  private int frames;
  private String name = "";
  private String state = "";
  private boolean behind;

  @Override
  public void line(Line line) {
    if (behind) {
      return;
    }
    if (line.at(0) == '"') {
      end();
      name = line.text(1, line.next('"', 1), LONGEST_NAME);
      return;
    }
    if (line.has(0, FOUND) && line.find(DEADLOCK, FOUND.length, LONGEST_NAME) > 0) {
      end();
      told.deadlock();
      // What follows names the same threads once more.
      behind = true;
      return;
    }
    int at = 0;
    while (line.at(at) == ' ' || line.at(at) == '\t') {
      at++;
    }
    if (line.has(at, STATE)) {
      state = line.text(at + STATE.length, line.next(' ', at + STATE.length), 20);
    } else if (line.has(at, AT)) {
      frame(line, at + AT.length);
    }
  }

  private void frame(Line line, int at) {
    frames++;
    int end = Math.min(line.length(), at + LONGEST_FRAME);
    hash.add('\n');
    hash.add(line, at, end);
    if (filled + end - at + 1 <= LONGEST_STACK) {
      for (int from = at; from < end; from++) {
        text[filled++] = (byte) line.at(from);
      }
      text[filled++] = '\n';
    }
  }

  /** Threads of the JVM itself have no state, and are none of the product's. */
  @Override
  public void end() {
    if (!name.isEmpty() && !state.isEmpty()) {
      told.thread(state);
      if (frames > 0) {
        for (int i = 0; i < state.length(); i++) {
          hash.add(state.charAt(i));
        }
        told.stack(hash.value(), name, state, this::sample);
      }
    }
    hash.clear();
    filled = 0;
    frames = 0;
    name = "";
    state = "";
  }

  private String sample() {
    return new String(text, 0, filled, StandardCharsets.UTF_8).stripTrailing();
  }

  @Override
  public void addTo(Told all, String entry) {
    end();
    if (!told.isEmpty()) {
      all.dump(told.in(entry));
    }
  }
}
