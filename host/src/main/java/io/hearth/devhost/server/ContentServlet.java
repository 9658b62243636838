package io.hearth.devhost.server;

import io.hearth.devhost.webresource.Content;
import io.hearth.devhost.webresource.WebResources;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /download/…} and the same behind {@code /s/…/_}, which browsers keep for a year. */
final class ContentServlet extends HttpServlet {
  private static final Pattern CACHED = Pattern.compile("/s/.+?/_(/download/.+)");

  private final transient WebResources resources;

  ContentServlet(WebResources resources) {
    this.resources = resources;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
    Matcher cached = CACHED.matcher(path);
    boolean keep = cached.matches();
    Optional<Content> content = resources.content(keep ? cached.group(1) : path);
    if (content.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String tag = "\"" + content.get().hash() + "\"";
    response.setHeader("ETag", tag);
    response.setHeader(
        "Cache-Control", keep ? "public, max-age=31536000" : "max-age=0, must-revalidate");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(content.get().mediaType());
    response.setContentLength(content.get().bytes().length);
    response.getOutputStream().write(content.get().bytes());
  }
}
