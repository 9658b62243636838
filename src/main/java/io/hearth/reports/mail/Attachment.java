package io.hearth.reports.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/** A file of a mail; names are ours or were made plain, so that no program has to decode them. */
public record Attachment(String name, String type, Content content) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+");

  /** Opened when it is its turn. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }

  public Attachment {
    if (!NAME.matcher(name).matches() || !TYPE.matcher(type).matches()) {
      throw new IllegalArgumentException("attachment \"" + name + "\" of type \"" + type + "\"");
    }
  }

  /**
   * A name that somebody else chose, in characters that every file system and mail program knows.
   */
  public static String plainName(String raw, String otherwise) {
    String plain = raw.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[^A-Za-z0-9]+", "");
    return plain.isEmpty() ? otherwise : plain.substring(0, Math.min(100, plain.length()));
  }
}
