package io.hearth.collectors;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The catalogue's words for what collectors find, in the language of whoever asked. */
final class Words {

  private static final String[] UNITS = {"KB", "MB", "GB", "TB", "PB"};

  private final Locale locale;
  private final ResourceBundle catalogue;

  private Words(Locale locale, ResourceBundle catalogue) {
    this.locale = locale;
    this.catalogue = catalogue;
  }

  static Words in(Locale locale) {
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new Words(
        locale,
        ResourceBundle.getBundle("i18n.hearth", locale, Words.class.getClassLoader(), control));
  }

  String text(String key, Object... values) {
    return new MessageFormat(catalogue.getString(key), locale).format(values);
  }

  /** In steps of 1024, as the products' own pages and {@code df -h} count. */
  static String bytes(long bytes) {
    double value = bytes;
    String unit = "B";
    for (int step = 0; value >= 1024 && step < UNITS.length; step++) {
      value /= 1024;
      unit = UNITS[step];
    }
    return String.format(Locale.ROOT, unit.equals("B") ? "%.0f %s" : "%.1f %s", value, unit);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }
}
