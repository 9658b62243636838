package io.hearth.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One address of the API. Who may call it belongs to the route: there is no way to make one without
 * saying so.
 *
 * @param path of segments; one in braces stands for any value
 */
record Route(Method method, String path, Access access, Handler handler) {

  /** A call that changes something also proves that it comes from a page of this instance. */
  enum Method {
    GET,
    POST,
    PUT,
    DELETE;

    boolean changes() {
      return this != GET;
    }
  }

  enum Access {
    /** System administrators. */
    ADMINISTRATOR,
    /** System administrators with a secure administrator session (WebSudo). */
    SECURE
  }

  @FunctionalInterface
  interface Handler {
    void handle(Call call) throws IOException, Refusal;
  }

  static Route administrator(Method method, String path, Handler handler) {
    return new Route(method, path, Access.ADMINISTRATOR, handler);
  }

  static Route secure(Method method, String path, Handler handler) {
    return new Route(method, path, Access.SECURE, handler);
  }

  /** The values of the places in the path, or empty when it is another one. */
  Optional<Map<String, String>> match(String asked) {
    String[] wanted = path.split("/", -1);
    String[] given = asked.split("/", -1);
    if (wanted.length != given.length) {
      return Optional.empty();
    }
    Map<String, String> parts = new LinkedHashMap<>();
    for (int n = 0; n < wanted.length; n++) {
      if (wanted[n].startsWith("{") && !given[n].isEmpty()) {
        parts.put(wanted[n].substring(1, wanted[n].length() - 1), given[n]);
      } else if (!wanted[n].equals(given[n])) {
        return Optional.empty();
      }
    }
    return Optional.of(parts);
  }
}
