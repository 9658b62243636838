package io.hearth.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether a request comes from a page of this instance, as its browser tells. Scripts cannot set
 * these headers; a client that sends neither is no browser, and is judged by its token alone.
 *
 * @param baseUrl the address under which people reach the instance, which a proxy may hide from us
 */
record Origins(Supplier<Optional<URI>> baseUrl) {

  boolean accepts(HttpServletRequest request) {
    Optional<String> site = Optional.ofNullable(request.getHeader("Sec-Fetch-Site"));
    if (site.isPresent()) {
      // "none" is a person's own doing, such as sending a form again.
      return site.get().equals("same-origin") || site.get().equals("none");
    }
    return Optional.ofNullable(request.getHeader("Origin"))
        .map(origin -> isOurs(origin, request))
        .orElse(true);
  }

  private boolean isOurs(String origin, HttpServletRequest request) {
    String asked = origin(request.getScheme(), request.getServerName(), request.getServerPort());
    return origin.equals(asked)
        || baseUrl
            .get()
            .filter(url -> url.getHost() != null)
            .map(url -> origin(url.getScheme(), url.getHost(), url.getPort()))
            .filter(origin::equals)
            .isPresent();
  }

  /** RFC 6454, section 6.2: lower case, and no port where it is the scheme's own. */
  private static String origin(String scheme, String host, int port) {
    String start = (scheme + "://" + host).toLowerCase(Locale.ROOT);
    boolean standard =
        port <= 0
            || (scheme.equalsIgnoreCase("http") && port == 80)
            || (scheme.equalsIgnoreCase("https") && port == 443);
    return standard ? start : start + ":" + port;
  }
}
