package io.hearth.reports.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Any text as the value of an unstructured header. What is not plain and short goes into encoded
 * words (RFC 2047), whose alphabet can neither end a line nor begin a header.
 */
final class HeaderText {

  /** RFC 5322, 2.1.1, less what stands before the value. */
  private static final int SHORT = 60;

  /**
   * RFC 2047, 2: a line with such words has at most 76 characters. 39 bytes become 52 of them, 12
   * are the frame, and the name of the header stands before the first.
   */
  private static final int BYTES_OF_A_WORD = 39;

  private HeaderText() {}

  static String of(String text) {
    return isPlain(text) ? text : String.join("\r\n ", words(text));
  }

  private static boolean isPlain(String text) {
    return text.length() <= SHORT
        && !text.contains("=?")
        && text.equals(text.strip())
        && text.chars().allMatch(one -> one >= 0x20 && one < 0x7F);
  }

  /** Each word is whole characters (RFC 2047, 5). */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    int bytes = 0;
    for (int one : text.codePoints().toArray()) {
      String character = Character.toString(one);
      int length = character.getBytes(StandardCharsets.UTF_8).length;
      if (bytes + length > BYTES_OF_A_WORD) {
        words.add(word(open.toString()));
        open.setLength(0);
        bytes = 0;
      }
      open.append(character);
      bytes += length;
    }
    words.add(word(open.toString()));
    return words;
  }

  private static String word(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }
}
