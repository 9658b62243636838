package io.hearth.application;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;

/**
 * The catalogue of words for people, in one language. A key that is missing shows as itself: a
 * wrong word must never stop a collection.
 */
public final class Texts {

  private final Locale locale;
  private final ResourceBundle catalogue;

  private Texts(Locale locale, ResourceBundle catalogue) {
    this.locale = locale;
    this.catalogue = catalogue;
  }

  /** The words in this language, or in English where there is no translation. */
  public static Texts in(Locale locale) {
    // The fallback to the JVM's own language is turned off: English is the one that is whole.
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new Texts(
        locale,
        ResourceBundle.getBundle("i18n.hearth", locale, Texts.class.getClassLoader(), control));
  }

  public Locale locale() {
    return locale;
  }

  /** The text under a key that may not be there, such as the title of a kind. */
  public Optional<String> known(String key) {
    return catalogue.containsKey(key) ? Optional.of(text(key)) : Optional.empty();
  }

  /**
   * The texts whose keys begin so, by the rest of their keys; for a page that brings no catalogue.
   */
  public Map<String, String> below(String prefix) {
    Map<String, String> texts = new TreeMap<>();
    catalogue.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .forEach(key -> texts.put(key.substring(prefix.length()), catalogue.getString(key)));
    return texts;
  }

  /** A whole number, grouped in the reader's way. */
  public String number(long value) {
    return String.format(locale, "%,d", value);
  }

  /** The text with its {@code {0}} places filled; numbers come grouped in the reader's way. */
  public String text(String key, Object... values) {
    try {
      return new MessageFormat(catalogue.getString(key), locale).format(values);
    } catch (MissingResourceException e) {
      return key;
    }
  }
}
