package io.hearth.application;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Turns a failure to write the ZIP into the end of the collection. */
final class Sink extends FilterOutputStream {

  Sink(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    stopping(() -> out.write(b));
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    stopping(() -> out.write(bytes, from, length));
  }

  @Override
  public void flush() throws IOException {
    stopping(out::flush);
  }

  @Override
  public void close() throws IOException {
    stopping(out::close);
  }

  /** Runs a step that only the ZIP or what takes its bytes can make fail. */
  static void stopping(Step step) throws CollectionStopped {
    try {
      step.run();
    } catch (CollectionStopped stopped) {
      throw stopped;
    } catch (IOException e) {
      throw new CollectionStopped.SinkFailed(e);
    }
  }

  @FunctionalInterface
  interface Step {
    void run() throws IOException;
  }
}
