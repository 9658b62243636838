package io.hearth.devhost.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Whether a form was sent from a page of ours. Programs other than browsers say nothing about it;
 * the session cookie's {@code SameSite} guards what old browsers would send.
 */
final class SameOrigin {

  private SameOrigin() {}

  static boolean check(HttpServletRequest request) {
    Optional<String> site = Optional.ofNullable(request.getHeader("Sec-Fetch-Site"));
    if (site.filter(s -> !s.equals("same-origin") && !s.equals("none")).isPresent()) {
      return false;
    }
    String own = request.getScheme() + "://" + request.getHeader("Host");
    return Optional.ofNullable(request.getHeader("Origin")).map(own::equals).orElse(true);
  }
}
