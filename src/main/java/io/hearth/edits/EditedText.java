package io.hearth.edits;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Passes a text on without some of its lines and words; marks tell where something was. {@link
 * #end} passes the last of it on, and leaves the target open. The same rules as {@code
 * frontend/review/change/edit.ts}: test/conformance/review/changes.json holds both to one result.
 */
public final class EditedText extends OutputStream {

  private static final byte[] WORD = "[taken out]".getBytes(StandardCharsets.UTF_8);
  private static final int BUFFER = 64 * 1024;

  private final List<Stretch> stretches;
  private final Words words;
  private final OutputStream out;
  private final LineCount gone = new LineCount();
  private final byte[] held;
  private int count;
  private long position;
  private int next;
  private long linesTaken;
  private long wordsTaken;

  public EditedText(List<Stretch> stretches, Words words, OutputStream out) {
    this.stretches = joined(stretches);
    this.words = words;
    this.out = out;
    this.held = new byte[BUFFER + words.longest()];
  }

  /** In their order; those that touch are one. */
  private static List<Stretch> joined(List<Stretch> stretches) {
    List<Stretch> all = new ArrayList<>();
    for (Stretch next :
        stretches.stream().sorted(Comparator.comparingLong(Stretch::from)).toList()) {
      int last = all.size() - 1;
      if (last >= 0 && next.from() <= all.get(last).to()) {
        long to = Math.max(all.get(last).to(), next.to());
        all.set(last, new Stretch(all.get(last).from(), to));
      } else {
        all.add(next);
      }
    }
    return all;
  }

  public long lines() {
    return linesTaken;
  }

  public long words() {
    return wordsTaken;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int end = from + length;
    for (int at = from; at < end; ) {
      boolean before = next == stretches.size() || position < stretches.get(next).from();
      int part = (int) Math.min(end - at, border(before) - position);
      if (before) {
        keep(bytes, at, part);
      } else {
        gone.add(bytes, at, part);
      }
      at += part;
      position += part;
      if (!before && position == stretches.get(next).to()) {
        mark();
        next++;
      }
    }
  }

  private long border(boolean before) {
    if (next == stretches.size()) {
      return Long.MAX_VALUE;
    }
    return before ? stretches.get(next).from() : stretches.get(next).to();
  }

  private void mark() throws IOException {
    // No word reaches over a mark, and what it says is ours.
    pass(count);
    long lines = gone.take();
    linesTaken += lines;
    String text =
        "[Hearth: " + lines + (lines == 1 ? " line" : " lines") + " taken out by a person]\n";
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void keep(byte[] bytes, int from, int length) throws IOException {
    if (words.none()) {
      out.write(bytes, from, length);
      return;
    }
    for (int at = from; at < from + length; ) {
      int part = Math.min(held.length - count, from + length - at);
      System.arraycopy(bytes, at, held, count, part);
      at += part;
      count += part;
      if (count == held.length) {
        // A word that begins in the end of this may go on in what comes next.
        pass(count - words.longest() + 1);
      }
    }
  }

  /**
   * Passes on what begins before {@code sure}; the rest, or what is behind the last word, stays.
   */
  private void pass(int sure) throws IOException {
    int at = 0;
    for (int found = words.next(held, 0, sure, count);
        found >= 0;
        found = words.next(held, at, sure, count)) {
      out.write(held, at, found - at);
      out.write(WORD);
      at = found + words.lengthAt(held, found, count);
      wordsTaken++;
    }
    int used = Math.max(at, sure);
    out.write(held, at, used - at);
    count -= used;
    System.arraycopy(held, used, held, 0, count);
  }

  /** The text is over. */
  public void end() throws IOException {
    if (gone.some()) {
      mark();
    }
    pass(count);
  }

  /** Counts lines; the last one need not have an end. */
  private static final class LineCount {

    private long ends;
    private boolean open;
    private boolean some;

    void add(byte[] bytes, int from, int length) {
      for (int at = from; at < from + length; at++) {
        ends += bytes[at] == '\n' ? 1 : 0;
      }
      open = bytes[from + length - 1] != '\n';
      some = true;
    }

    boolean some() {
      return some;
    }

    long take() {
      long lines = ends + (open ? 1 : 0);
      ends = 0;
      open = false;
      some = false;
      return lines;
    }
  }
}
