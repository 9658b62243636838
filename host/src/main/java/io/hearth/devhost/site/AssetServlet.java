package io.hearth.devhost.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** The frame's style and script. */
final class AssetServlet extends HttpServlet {
  private static final Map<String, String> TYPES =
      Map.of(
          "/site.css", "text/css;charset=UTF-8",
          "/site.js", "text/javascript;charset=UTF-8",
          "/icon.svg", "image/svg+xml");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("");
    Optional<String> type = Optional.ofNullable(TYPES.get(path));
    if (type.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType(type.get());
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    try (InputStream in = AssetServlet.class.getResourceAsStream("/site" + path)) {
      in.transferTo(response.getOutputStream());
    }
  }
}
