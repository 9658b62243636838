package io.hearth.application;

import io.hearth.collectors.Entry.Unreadable;
import io.hearth.collectors.UnreadableException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why something is not, or not wholly, in the ZIP; in plain words under {@code zip.reason.*}. */
public enum Reason {
  /** Beyond the limit of its item, in bytes or in age. */
  OVER_LIMIT,
  /** Beyond the limit of the whole ZIP. */
  OVER_TOTAL,
  /** The time that the collection may take was over. */
  OVER_TIME,
  VANISHED,
  DENIED,
  OUTSIDE_ROOTS,
  NOT_A_FILE,
  BINARY,
  FAILED,
  NOT_SUPPORTED,
  SHRUNK,
  DAMAGED,
  UNSAFE_NAME,
  /** Of a log, lines that are not of the wanted time. */
  OUTSIDE_WINDOW,
  /** A rule failed; what had passed before it stays, nothing after it is let through. */
  REDACTION_FAILED,
  /** By a person, after the ZIP was made. */
  TAKEN_OUT;

  /** As in the manifest and over REST. */
  public String id() {
    return Names.of(this);
  }

  public String text(Texts texts) {
    return texts.text("zip.reason." + id());
  }

  static Reason of(Unreadable reason) {
    return valueOf(reason.name());
  }

  /** Sorts what the file system says while a file is opened or read. */
  public static Reason of(IOException failure) {
    if (failure instanceof UnreadableException unreadable) {
      return of(unreadable.reason());
    }
    if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
      return VANISHED;
    }
    return failure instanceof AccessDeniedException ? DENIED : FAILED;
  }
}
