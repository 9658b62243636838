package io.hearth.collectors;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;

/**
 * One entry of a Support ZIP before it is written. Names are relative, {@code /}-separated,
 * unredacted.
 */
public sealed interface Entry {

  String name();

  /**
   * A file of the instance, opened when its turn comes; it may be opened twice: to learn, to copy.
   */
  record FromFile(
      String name, Path source, long expectedBytes, Instant modified, boolean cut, Opener opener)
      implements Entry {}

  /** Text made while it is written, such as a thread dump; {@code expectedBytes} is an estimate. */
  record Made(String name, long expectedBytes, Content content) implements Entry {}

  /** Something that should be here and is not; {@code source} is how a person would name it. */
  record Missing(String name, String source, Unreadable reason) implements Entry {}

  /** Why a file is not, or not wholly, in the ZIP. */
  enum Unreadable {
    VANISHED,
    DENIED,
    OUTSIDE_ROOTS,
    NOT_A_FILE,
    BINARY,
    FAILED,
    OVER_LIMIT,
    NOT_SUPPORTED,
    /** It lost bytes while it was read, as when a log is cut to nothing in place. */
    SHRUNK,
    /** Its compression is broken; what could be unpacked is there. */
    DAMAGED,
    /** Its name could steer whoever unpacks it: control characters, {@code \\}, {@code ..}. */
    UNSAFE_NAME,
    /** No line of it, or not all, is of the time that is wanted. */
    OUTSIDE_WINDOW
  }

  /**
   * Opens the text to copy: decompressed, from the line border at which a cut begins. A file that
   * cannot be had is an {@link UnreadableException}; one that turns out shorter or damaged is a
   * {@link FileContent} whose {@code shortfall()} tells so after its end.
   */
  @FunctionalInterface
  interface Opener {
    InputStream open() throws IOException;
  }

  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }
}
