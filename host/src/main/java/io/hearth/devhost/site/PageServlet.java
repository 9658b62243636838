package io.hearth.devhost.site;

import io.hearth.devhost.instance.Account;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the product's own pages share. */
abstract class PageServlet extends HttpServlet {
  private static final int TOO_MANY_REQUESTS = 429;

  protected final transient Place place;
  private final transient Frames frames;
  protected final transient Texts texts;

  PageServlet(Place place, Frames frames, Texts texts) {
    this.place = place;
    this.frames = frames;
    this.texts = texts;
  }

  /** Templates are read when the servlet is made, so that a broken one stops the start. */
  protected final Template template(String name) {
    return Template.named(name, texts);
  }

  protected final void show(HttpServletRequest request, HttpServletResponse response, Page page)
      throws IOException {
    frames.write(request, response, page);
  }

  protected final void redirect(HttpServletResponse response, String path) throws IOException {
    response.sendRedirect(place.contextPath() + path);
  }

  /** A person who is not logged in goes to the login page, and from there back. */
  protected final void toLogin(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    redirect(
        response,
        "/login?os_destination="
            + URLEncoder.encode(request.getServletPath(), StandardCharsets.UTF_8));
  }

  /** The administrator who asks; everybody else has been answered already. */
  protected final Optional<Account> administrator(
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<Account> account = place.sessions().of(request);
    if (account.isEmpty()) {
      toLogin(request, response);
    } else if (!account.get().administrator()) {
      showMessage(request, response, HttpServletResponse.SC_FORBIDDEN, "forbidden");
    }
    return account.filter(Account::administrator);
  }

  /** Answers that a password was guessed too often; gives the words for the page. */
  protected final String tooOften(HttpServletResponse response, Duration wait) {
    long seconds = wait.toSeconds() + 1;
    response.setStatus(TOO_MANY_REQUESTS);
    response.setHeader("Retry-After", Long.toString(seconds));
    return texts.get("login.wait", seconds);
  }

  /** Something that can go no further, in words. */
  protected final void showMessage(
      HttpServletRequest request, HttpServletResponse response, int status, String key)
      throws IOException {
    response.setStatus(status);
    Html body =
        template("message")
            .fill(
                Map.of(
                    "context", place.contextPath(),
                    "title", texts.get(key + ".title"),
                    "text", texts.get(key + ".text")));
    show(request, response, Page.of(Decorator.GENERAL, texts.get(key + ".title"), body));
  }

  /** Refuses a form that another site sent. */
  protected final boolean isForged(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (SameOrigin.check(request)) {
      return false;
    }
    showMessage(request, response, HttpServletResponse.SC_FORBIDDEN, "forged");
    return true;
  }

  protected static Optional<String> field(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name));
  }

  /** An explanation above a form, which screen readers speak at once. */
  protected static Html alert(Optional<String> text) {
    return text.map(
            words ->
                Frames.markup("<p class=\"dh-alert\" id=\"alert\" role=\"alert\">%s</p>", words))
        .orElse(Html.EMPTY);
  }
}
