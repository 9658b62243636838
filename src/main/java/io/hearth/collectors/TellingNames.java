package io.hearth.collectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leaves out values whose name says that they are secret. Redaction looks at all values later;
 * these need not get that far.
 */
final class TellingNames {

  static final String LEFT_OUT = "(left out)";

  private static final Pattern TELLING =
      Pattern.compile(
          "passw|passphrase|secret|token|credential|private|licen[cs]e|cookie|session"
              + "|(^|[^a-z])(pwd|pass|auth)$|(api|access|account|encryption|signing)[-_.]?key",
          Pattern.CASE_INSENSITIVE);

  /** {@code -Dname=value}, {@code --name=value} and the like. */
  private static final Pattern FLAG = Pattern.compile("(-[^=]*)=(.*)", Pattern.DOTALL);

  private TellingNames() {}

  static Map<String, String> keep(Map<String, String> named) {
    Map<String, String> kept = new TreeMap<>();
    named.forEach((name, value) -> kept.put(name, isTelling(name) ? LEFT_OUT : value));
    return kept;
  }

  static Map<String, String> keep(Properties properties) {
    Map<String, String> named = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      named.put(name, properties.getProperty(name, ""));
    }
    return keep(named);
  }

  static List<String> keep(List<String> arguments) {
    List<String> kept = new ArrayList<>();
    for (String argument : arguments) {
      Matcher flag = FLAG.matcher(argument);
      kept.add(
          flag.matches() && isTelling(flag.group(1)) ? flag.group(1) + "=" + LEFT_OUT : argument);
    }
    return kept;
  }

  private static boolean isTelling(String name) {
    return TELLING.matcher(name).find();
  }
}
