package io.hearth.errors.event;

/**
 * One call.
 *
 * @param function as the browser names it; empty when anonymous
 * @param file the script's path without host, query and fragment; inside a web resource the {@code
 *     location} of the file in its app's JAR
 * @param module {@code pluginKey:moduleKey} of the web resource; empty when it could not be told
 * @param line from 1, in {@code file}; 0 when unknown
 * @param column from 1; 0 when unknown
 * @param inApp a script of an app, neither of the product nor of a library
 * @param context property names and plain string literals around the position in the script, which
 *     minifiers keep: the nearest eight before and after, {@code ^} before the first of those, a
 *     dot between names that the script joins by a dot, else a space; empty when the script could
 *     not be read
 */
public record Frame(
    String function,
    String file,
    String module,
    int line,
    int column,
    boolean inApp,
    String context) {

  long characters() {
    return function.length() + file.length() + module.length() + context.length();
  }
}
