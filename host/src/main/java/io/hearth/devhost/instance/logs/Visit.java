package io.hearth.devhost.instance.logs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;

/**
 * A request as the logs tell of it.
 *
 * @param session a hash of the session id, never the id itself
 * @param path within the context, without the query
 * @param query with its question mark, else empty
 */
public record Visit(
    Optional<String> user,
    String requestId,
    Optional<String> session,
    String address,
    String protocol,
    String method,
    String path,
    String query,
    String referer,
    String agent) {

  static final String USER = "user";
  static final String REQUEST = "request";
  static final String SESSION = "session";
  static final String ADDRESS = "address";
  static final String URL = "url";
  static final String LINE = "line";

  String line() {
    return method + " " + path + query + " " + protocol;
  }

  /** What every line that this thread logs from now on can tell. */
  public void begin() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(USER, user.orElse("anonymous"));
    facts.put(REQUEST, requestId);
    facts.put(SESSION, session.orElse("-"));
    facts.put(ADDRESS, address);
    facts.put(URL, path);
    facts.put(LINE, line());
    MDC.setContextMap(facts);
  }

  public static void end() {
    MDC.clear();
  }
}
