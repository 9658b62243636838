package io.hearth.collectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides by its name whether the value of a variable, a system property or a start argument is
 * shown. What belongs to the JVM, the container, the operating system or the products is; a name
 * that nobody knows may hold anything and is shown without its value, as is a known one that tells
 * of a secret. Redaction looks at all values later; these need not get that far.
 */
final class TellingNames {

  static final String LEFT_OUT = "(left out)";

  /** The short ones count at the end only, where no ordinary word but those of a way has them. */
  private static final Pattern TELLING =
      Pattern.compile(
          "passw|passphrase|passcode|secret|token|credential|private|licen[cs]e|cookie|session"
              + "|kennwort|contrase|mot_?de_?passe|wachtwoord"
              + "|(api|access|account|encryption|signing)[-_.]?key"
              + "|(pw|pwd|pass|(^|[^a-z])(auth|pin|otp|jwt|mdp))$",
          Pattern.CASE_INSENSITIVE);

  /** What ends alike and tells nothing: the shell's folders, and {@code bypass}. */
  private static final Pattern NOT_TELLING =
      Pattern.compile(
          "(OLD)?PWD|.*(by|com|encom|over|under|sur|tres)pass", Pattern.CASE_INSENSITIVE);

  private static final Pattern KNOWN_PROPERTY =
      Pattern.compile(
          "(java|javax|jakarta|jdk|sun|os|user|file|line|path|native|stdout|stderr|awt|apple"
              + "|catalina|tomcat|server|shared|common|package|ignore|atlassian|jira|confluence"
              + "|bitbucket|synchrony|crowd|seraph|upm|plugin|plugins|hazelcast|ehcache|log4j|log4j2"
              + "|logback|slf4j|felix|osgi|spring|hibernate|lucene|opensearch|elasticsearch|http"
              + "|https|ftp|socksProxyHost|socksProxyPort|networkaddress|mail|ldap|quartz|velocity"
              + "|com\\.(sun|atlassian)|net\\.sf\\.ehcache"
              + "|org\\.(apache|osgi|eclipse|springframework|hibernate))(\\..*)?");

  private static final Pattern KNOWN_VARIABLE =
      Pattern.compile(
          "PATH|HOME|USER|LOGNAME|SHELL|PWD|LANG|LANGUAGE|LC_.*|TZ|HOSTNAME|TERM|UMASK|SHLVL"
              + "|LD_LIBRARY_PATH|MALLOC_ARENA_MAX|(HTTPS?|NO|FTP)_PROXY|https?_proxy|no_proxy"
              + "|(JAVA|JRE|JDK|JVM|CATALINA|TOMCAT|LOGGING|ATL|ATLASSIAN|JIRA|CONF|CONFLUENCE"
              + "|BITBUCKET|SYNCHRONY|MESH|ELASTICSEARCH|OPENSEARCH|HAZELCAST|KUBERNETES|CLUSTER"
              + "|UPM|GC|JPDA|SETENV|START)(_.*)?");

  /** {@code -Dname=value}, {@code --name=value} and the like. */
  private static final Pattern FLAG = Pattern.compile("(-[^=]*)=(.*)", Pattern.DOTALL);

  /** {@code --password}, whose value is the next argument; one of {@code -X…} has none. */
  private static final Pattern NAME = Pattern.compile("--?(?!X)[A-Za-z][A-Za-z0-9._-]*");

  private static final Pattern HARMLESS = Pattern.compile("true|false|");

  /** A word of a command line, with what stands in quotes. */
  private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"?|'[^']*'?|\\\\.|[^\\s\"'])+");

  private TellingNames() {}

  static Map<String, String> keepEnvironment(Map<String, String> variables) {
    return keep(variables, KNOWN_VARIABLE);
  }

  static Map<String, String> keepProperties(Properties properties) {
    Map<String, String> named = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      named.put(name, properties.getProperty(name, ""));
    }
    return keep(named, KNOWN_PROPERTY);
  }

  static List<String> keepArguments(List<String> arguments) {
    List<String> kept = new ArrayList<>();
    boolean awaited = false;
    for (String argument : arguments) {
      Matcher flag = FLAG.matcher(argument);
      if (flag.matches() && !isShown(flag.group(1), flag.group(2))) {
        kept.add(flag.group(1) + "=" + LEFT_OUT);
      } else {
        kept.add(awaited && !argument.startsWith("-") ? LEFT_OUT : argument);
      }
      awaited = NAME.matcher(argument).matches() && isTelling(argument);
    }
    return kept;
  }

  private static Map<String, String> keep(Map<String, String> named, Pattern known) {
    Map<String, String> kept = new TreeMap<>();
    named.forEach(
        (name, value) ->
            kept.put(
                name,
                HARMLESS.matcher(value).matches()
                        || (known.matcher(name).matches() && !isTelling(name))
                    ? commandLine(value)
                    : LEFT_OUT));
    return kept;
  }

  /** Start arguments also stand in variables such as {@code JAVA_OPTS}, many in one value. */
  private static String commandLine(String value) {
    if (!value.contains(" -") && !value.startsWith("-")) {
      return value;
    }
    List<String> words = WORD.matcher(value).results().map(word -> word.group()).toList();
    return String.join(" ", keepArguments(words));
  }

  /**
   * A flag of the JVM itself is known; its value may still name a secret, as an agent's options.
   */
  private static boolean isShown(String flag, String value) {
    if (isTelling(flag)) {
      return false;
    }
    return flag.startsWith("-D")
        ? HARMLESS.matcher(value).matches() || KNOWN_PROPERTY.matcher(flag.substring(2)).matches()
        : !isTelling(value);
  }

  private static boolean isTelling(String name) {
    return TELLING.matcher(name).find() && !NOT_TELLING.matcher(name).matches();
  }
}
