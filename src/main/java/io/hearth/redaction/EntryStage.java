package io.hearth.redaction;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** One entry: its encoding is told by its first bytes, then its lines pass the scanner. */
final class EntryStage extends RedactedEntry {
  private final OutputStream out;
  private final Redaction redaction;
  private final Encoding.Gate gate;

  /** {@code work} makes the redaction that writes to the stream it is given. */
  EntryStage(OutputStream out, java.util.function.Function<OutputStream, Redaction> work) {
    this.out = out;
    gate = new Encoding.Gate(out);
    redaction = work.apply(gate.output());
    gate.into(redaction);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    gate.write(bytes, from, length);
  }

  @Override
  public void close() throws IOException {
    gate.finish();
    out.flush();
  }

  @Override
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      long count = redaction.count(kind);
      if (count > 0) {
        counts.put(kind.id(), count);
      }
    }
    return counts;
  }
}
