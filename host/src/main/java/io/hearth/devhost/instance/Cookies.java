package io.hearth.devhost.instance;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cookies by their header: {@code SameSite} can be set in the same way on both servlet APIs only
 * so.
 */
public final class Cookies {

  private Cookies() {}

  /** Values are our own: letters, digits and a few signs that need no quoting. */
  public record Setting(String name, String value, String path, boolean httpOnly, boolean secure) {}

  public static Optional<String> value(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst();
  }

  public static void add(HttpServletResponse response, Setting cookie) {
    response.addHeader(
        "Set-Cookie",
        "%s=%s; Path=%s%s%s; SameSite=Lax"
            .formatted(
                cookie.name(),
                cookie.value(),
                cookie.path(),
                cookie.secure() ? "; Secure" : "",
                cookie.httpOnly() ? "; HttpOnly" : ""));
  }

  public static void remove(HttpServletResponse response, String name, String path) {
    response.addHeader(
        "Set-Cookie", "%s=; Path=%s; Max-Age=0; HttpOnly; SameSite=Lax".formatted(name, path));
  }
}
