package io.hearth.devhost.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Ends the session. A link alone does not: any site could have somebody's browser follow it. */
final class LogoutServlet extends PageServlet {
  private final transient Template form = template("logout");

  LogoutServlet(Place place, Frames frames, Texts texts) {
    super(place, frames, texts);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Html body = form.fill(Map.of("context", place.contextPath()));
    show(request, response, Page.of(Decorator.FOCUSED, texts.get("logout.title"), body));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!isForged(request, response)) {
      place.sessions().end(request, response);
      redirect(response, "/login");
    }
  }
}
