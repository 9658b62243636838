package io.hearth.collectors;

import io.hearth.collectors.Entry.Unreadable;
import java.io.IOException;
import java.nio.file.Path;

/** A file that is not given, with the reason that the manifest shows. */
public final class UnreadableException extends IOException {

  private final Unreadable reason;

  UnreadableException(Path file, Unreadable reason) {
    super(file + ": " + reason);
    this.reason = reason;
  }

  public Unreadable reason() {
    return reason;
  }
}
