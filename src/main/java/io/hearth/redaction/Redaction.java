package io.hearth.redaction;

import java.io.IOException;
import java.io.OutputStream;

/** Copies lines with each finding replaced. */
class Redaction extends LineWork {
  private final Replacer replacer;
  private final OutputStream out;
  private final Replacer.Target target;
  private final long[] counts = new long[Kind.values().length];

  // In the buffer: up to here all is written.
  private int written;

  Redaction(Scan scan, OwnPatterns own, Replacer replacer, OutputStream out) {
    super(scan, own);
    this.replacer = replacer;
    this.out = out;
    target = (bytes, from, to) -> out.write(bytes, from, to - from);
  }

  long count(Kind kind) {
    return counts[kind.ordinal()];
  }

  @Override
  void found(byte[] buffer, int from, int commit) throws IOException {
    Findings findings = scan.findings;
    Line line = scan.line;
    for (int i = 0; i < findings.count(); i++) {
      int start = line.rawAt(findings.start(i));
      int end = line.rawAt(findings.end(i));
      if (end <= from || end <= written) {
        continue;
      }
      if (start >= commit && commit < line.rawAt(line.end)) {
        return;
      }
      // What sticks out of the piece before was replaced there.
      boolean whole = start >= from;
      copy(buffer, Math.max(start, written));
      if (whole) {
        replace(i, Math.max(start, written), end);
        counts[findings.rule(i).kind().ordinal()] += findings.as(i) == Findings.As.DROP ? 0 : 1;
      }
      written = end;
    }
  }

  /** Writes what stands for a finding; {@code start} and {@code end} are places in the buffer. */
  void replace(int finding, int start, int end) throws IOException {
    replacer.write(scan, finding, target);
  }

  private void copy(byte[] buffer, int to) throws IOException {
    if (to > written) {
      out.write(buffer, written, to - written);
      written = to;
    }
  }

  @Override
  public void release(byte[] buffer, int to, int now) throws IOException {
    copy(buffer, to);
    written = now;
  }
}
