package io.hearth.devhost.site;

import io.hearth.devhost.instance.Account;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The start page, and the answer to addresses that nothing else is at. */
final class HomeServlet extends PageServlet {
  private final transient Template home = template("home");

  HomeServlet(Place place, Frames frames, Texts texts) {
    super(place, frames, texts);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getRequestURI().equals(place.contextPath() + "/")) {
      showMessage(request, response, HttpServletResponse.SC_NOT_FOUND, "absent");
      return;
    }
    Optional<Account> account = place.sessions().of(request);
    Html body =
        home.fill(
            Map.of(
                "heading", heading(account),
                "product", place.product().name(),
                "version", place.product().version(),
                "platform", place.product().platform().number(),
                "next", next(account)));
    show(request, response, Page.of(Decorator.GENERAL, texts.get("home.title"), body));
  }

  private String heading(Optional<Account> account) {
    return account
        .map(known -> texts.get("home.welcome", known.fullName().split(" ")[0]))
        .orElseGet(() -> texts.get("home.heading", place.product().name()));
  }

  private Html next(Optional<Account> account) {
    if (account.isEmpty()) {
      return button("/login", "home.login");
    }
    return account.get().administrator() ? button("/admin", "home.admin") : Html.EMPTY;
  }

  private Html button(String path, String text) {
    return Frames.markup(
        "<p><a class=\"dh-button\" href=\"%s\">%s</a></p>",
        place.contextPath() + path, texts.get(text));
  }
}
