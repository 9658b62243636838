package io.hearth.redaction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Tells what each pseudonym stands for while it writes it. */
final class TellingRedaction extends Redaction {
  private final Replacements told;
  private final Tap tap;

  TellingRedaction(
      Scan scan, OwnPatterns own, Replacer replacer, OutputStream out, Replacements told) {
    this(scan, own, replacer, new Tap(out), told);
  }

  private TellingRedaction(
      Scan scan, OwnPatterns own, Replacer replacer, Tap tap, Replacements told) {
    super(scan, own, replacer, tap);
    this.tap = tap;
    this.told = told;
  }

  @Override
  void replace(int finding, int start, int end) throws IOException {
    Findings findings = scan.findings;
    Kind kind = findings.rule(finding).kind();
    if (kind.severity() == Severity.SECRET || findings.as(finding) == Findings.As.SECRET) {
      super.replace(finding, start, end);
      return;
    }
    tap.copy.reset();
    tap.open = true;
    super.replace(finding, start, end);
    tap.open = false;
    String value = WordTable.decode(scan.line.text, findings.start(finding), findings.end(finding));
    told.replaced(value, tap.copy.toString(StandardCharsets.UTF_8), kind);
  }

  /** Passes everything on, and keeps a copy of a replacement. */
  private static final class Tap extends OutputStream {
    private final OutputStream out;
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private boolean open;

    Tap(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      if (open) {
        copy.write(bytes, from, length);
      }
    }
  }
}
