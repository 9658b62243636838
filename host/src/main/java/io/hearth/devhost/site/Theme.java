package io.hearth.devhost.site;

import io.hearth.devhost.instance.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Light, dark, or as the system is: kept in a cookie, so that it holds for the login page too. */
enum Theme {
  LIGHT,
  DARK,
  AUTO;

  static final String COOKIE = "devhost.theme";

  static Theme of(HttpServletRequest request) {
    return Cookies.value(request, COOKIE).flatMap(Theme::named).orElse(AUTO);
  }

  static Optional<Theme> named(String id) {
    return Arrays.stream(values()).filter(theme -> theme.id().equals(id)).findFirst();
  }

  /** As in {@code data-color-mode}. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
