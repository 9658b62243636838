package io.hearth.redaction;

import java.io.IOException;

/** Scans what {@link Lines} cuts and leaves what becomes of the findings to its children. */
abstract class LineWork implements Lines.Consumer {
  final Scan scan;
  private final Scanner scanner;
  private final Decoder decoder;
  private final CleanLines clean = new CleanLines();
  private final boolean remembers;

  LineWork(Scan scan, OwnPatterns own) {
    this.scan = scan;
    scanner = new Scanner(scan, own);
    decoder = new Decoder(scan.format == Format.JSON);
    remembers = scan.format == Format.TEXT;
  }

  /** Takes the findings, which are in order; those that end before {@code from} are done. */
  abstract void found(byte[] buffer, int from, int commit) throws IOException;

  @Override
  public final void line(byte[] buffer, int from, int to) throws IOException {
    boolean idle = remembers && scan.carry.isIdle();
    if (idle && clean.contains(buffer, from, to)) {
      return;
    }
    look(buffer, from, from, to, true, true);
    if (scan.findings.count() > 0) {
      found(buffer, from, to);
    } else if (idle && scan.carry.isIdle()) {
      clean.add(buffer, from, to);
    }
  }

  @Override
  public final int piece(
      byte[] buffer, int seen, int from, int commit, int to, boolean first, boolean last)
      throws IOException {
    look(buffer, seen, from, to, first, last);
    scan.carry.forgetBehind(commit == to ? Integer.MAX_VALUE : scan.line.positionOf(commit));
    found(buffer, from, commit);
    int next = commit;
    for (int i = scan.findings.count() - 1; i >= 0; i--) {
      int start = scan.line.rawAt(scan.findings.start(i));
      if (start < commit) {
        next = Math.max(next, scan.line.rawAt(scan.findings.end(i)));
        break;
      }
    }
    return next;
  }

  private void look(byte[] buffer, int from, int fresh, int to, boolean first, boolean last) {
    Line line = scan.line;
    scan.source = buffer;
    line.first = first;
    line.last = last;
    if (Decoder.isEscaped(buffer, from, to)) {
      decoder.decode(buffer, from, to, line);
    } else {
      line.text = buffer;
      line.start = from;
      line.end = to;
      line.mapped = false;
    }
    line.fresh = line.positionOf(fresh);
    scanner.run();
  }
}
