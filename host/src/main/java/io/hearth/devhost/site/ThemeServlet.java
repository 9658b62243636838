package io.hearth.devhost.site;

import io.hearth.devhost.instance.Cookies;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Keeps the choice between light and dark. */
final class ThemeServlet extends HttpServlet {
  private final transient Place place;

  ThemeServlet(Place place) {
    this.place = place;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Theme> theme = Optional.ofNullable(request.getParameter("mode")).flatMap(Theme::named);
    if (theme.isEmpty() || !SameOrigin.check(request)) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    String path = place.contextPath().isEmpty() ? "/" : place.contextPath();
    Cookies.add(
        response,
        new Cookies.Setting(Theme.COOKIE, theme.get().id(), path, true, request.isSecure()));
    response.sendRedirect(
        place.contextPath()
            + Destination.local(Optional.ofNullable(request.getParameter("back"))).orElse("/"));
  }
}
