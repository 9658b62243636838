package io.hearth.verify;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that look like a secret by their place and are none. */
final class Harmless {

  /** The forms that are put in place of values; they end in ten digits of a tag. */
  private static final Pattern PSEUDONYM =
      Pattern.compile(
          "(?:redacted|user|name|host|domain|phone|card|unit|project|own)-[0-9a-f]{10}.*");

  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "none", "undefined", "required", "optional", "default");

  private static final Set<String> RESERVED = Set.of("example", "invalid", "test", "localhost");

  private static final Pattern EXAMPLE = Pattern.compile("(?:.+\\.)?example\\.(?:com|org|net)");

  private Harmless() {}

  static boolean isPseudonym(String value) {
    return PSEUDONYM.matcher(value).matches();
  }

  /** A reference such as {@code ${DB_PASSWORD}}, a mask, a word: no secret stands there. */
  static boolean isNoSecret(String value) {
    char first = value.charAt(0);
    return isPseudonym(value)
        || first == '$'
        || first == '{'
        || first == '%'
        || first == '@'
        || first == '#'
        || value.startsWith("ENC(")
        || value.chars().distinct().count() < 3
        || WORDS.contains(value.toLowerCase(Locale.ROOT))
        || !isMixed(value);
  }

  /** Words, paths, class names and plain numbers stand after such names far more often. */
  private static boolean isMixed(String value) {
    boolean digit = value.chars().anyMatch(Character::isDigit);
    boolean letter = value.chars().anyMatch(Character::isLetter);
    boolean path = value.startsWith("/") || value.contains("://") || value.contains("()");
    return digit && letter && !path;
  }

  /** RFC 2606 and RFC 6761: names that nobody can own, where redaction puts its own. */
  static boolean isReserved(String domain) {
    String lower = domain.toLowerCase(Locale.ROOT);
    String top = lower.substring(lower.lastIndexOf('.') + 1);
    return RESERVED.contains(top) || EXAMPLE.matcher(lower).matches();
  }
}
