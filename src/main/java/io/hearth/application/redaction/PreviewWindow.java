package io.hearth.application.redaction;

import io.hearth.application.redaction.Previews.Where;
import io.hearth.redaction.Explained;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The lines that a preview shows, out of all of a file; at most 400. */
abstract class PreviewWindow {

  private static final int LINES = 200;

  /** Lines with findings on a page; with those around them at most 400. */
  private static final int FINDINGS = 80;

  private static final int AROUND = 2;

  final Deque<Explained> lines = new ArrayDeque<>();

  static PreviewWindow of(Where where, long page) {
    return switch (where) {
      case START -> new Start();
      case END -> new End();
      case FINDINGS -> new Findings(page * FINDINGS);
    };
  }

  /** {@code false} when no more lines are needed. */
  abstract boolean take(Explained line);

  boolean more() {
    return false;
  }

  List<Explained> lines() {
    return new ArrayList<>(lines);
  }

  private static final class Start extends PreviewWindow {
    @Override
    boolean take(Explained line) {
      lines.add(line);
      return lines.size() < LINES;
    }
  }

  private static final class End extends PreviewWindow {
    @Override
    boolean take(Explained line) {
      lines.add(line);
      if (lines.size() > LINES) {
        lines.remove();
      }
      return true;
    }
  }

  private static final class Findings extends PreviewWindow {
    private final Deque<Explained> before = new ArrayDeque<>();
    private long toSkip;
    private int found;
    private int after;
    private boolean more;

    Findings(long toSkip) {
      this.toSkip = toSkip;
    }

    @Override
    boolean take(Explained line) {
      boolean hit = !line.replacements().isEmpty();
      if (hit && toSkip == 0) {
        return hit(line);
      }
      toSkip -= hit ? 1 : 0;
      if (after > 0) {
        after--;
        lines.add(line);
      } else {
        before.add(line);
        if (before.size() > AROUND) {
          before.remove();
        }
      }
      return true;
    }

    private boolean hit(Explained line) {
      if (found == FINDINGS) {
        more = true;
        return false;
      }
      found++;
      after = AROUND;
      lines.addAll(before);
      before.clear();
      lines.add(line);
      return true;
    }

    @Override
    boolean more() {
      return more;
    }
  }
}
