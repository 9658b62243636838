package io.hearth.zip;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Lets in only names that every reader unpacks below the folder it was told, and each once. */
final class EntryNames {

  /** The field of a ZIP header that holds the length has 16 bits. */
  private static final int MOST_BYTES = 0xFFFF;

  private final Set<String> used = new HashSet<>();

  /**
   * The name in UTF-8.
   *
   * @throws IllegalArgumentException if a reader could take it for a place elsewhere, or if it was
   *     used before
   */
  byte[] claim(String name) {
    check(name);
    byte[] bytes = utf8(name);
    if (bytes.length > MOST_BYTES) {
      throw refused(name, "it is longer than 65535 bytes");
    }
    if (!used.add(name)) {
      throw refused(name, "there is one of that name");
    }
    return bytes;
  }

  private static void check(String name) {
    if (name.isEmpty() || name.startsWith("/") || name.endsWith("/")) {
      throw refused(name, "it is not the name of a file below the root");
    }
    if (name.chars().anyMatch(c -> c < ' ' || c == 0x7F || c == '\\' || c == ':')) {
      throw refused(name, "it holds a control character, a backslash or a colon");
    }
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        throw refused(name, "it holds an empty part or one of dots");
      }
    }
  }

  private static byte[] utf8(String name) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(name));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return exact;
    } catch (CharacterCodingException e) {
      throw refused(name, "it holds half a surrogate pair");
    }
  }

  private static IllegalArgumentException refused(String name, String why) {
    String shown = name.length() > 80 ? name.substring(0, 80) + "…" : name;
    return new IllegalArgumentException("no entry may be named \"" + shown + "\": " + why);
  }
}
