package io.hearth.devhost.site;

import io.hearth.devhost.instance.Account;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks an administrator for the password again before things that matter. */
final class WebSudoServlet extends PageServlet {
  private static final Logger SECURITY = LoggerFactory.getLogger("security.websudo");

  private final transient LoginGuard guard;
  private final transient Template form = template("websudo");

  WebSudoServlet(Place place, Frames frames, Texts texts, LoginGuard guard) {
    super(place, frames, texts);
    this.guard = guard;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Account> account = administrator(request, response);
    if (account.isPresent()) {
      show(request, response, account.get(), Optional.empty());
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (isForged(request, response)) {
      return;
    }
    Optional<Account> account = administrator(request, response);
    if (account.isEmpty()) {
      return;
    }
    if (field(request, "drop").isPresent()) {
      place.sessions().dropWebSudo(request);
      redirect(response, "/admin");
    } else {
      confirm(request, response, account.get());
    }
  }

  private void confirm(HttpServletRequest request, HttpServletResponse response, Account account)
      throws IOException {
    String address = request.getRemoteAddr();
    Optional<Duration> wait = guard.wait(address, account.name());
    if (wait.isPresent()) {
      show(request, response, account, Optional.of(tooOften(response, wait.get())));
      return;
    }
    String password = field(request, "password").orElse("");
    if (place.directory().authenticate(account.name(), password).isEmpty()) {
      guard.failed(address, account.name());
      SECURITY.warn("The user '{}' has FAILED to start a secure session.", account.name());
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      show(request, response, account, Optional.of(texts.get("websudo.failed")));
      return;
    }
    guard.succeeded(address, account.name());
    place.sessions().extendWebSudo(request);
    SECURITY.info("The user '{}' has started a secure administrator session.", account.name());
    redirect(response, Destination.local(field(request, "destination")).orElse("/admin"));
  }

  private void show(
      HttpServletRequest request,
      HttpServletResponse response,
      Account account,
      Optional<String> problem)
      throws IOException {
    Html body =
        form.fill(
            Map.of(
                "context", place.contextPath(),
                "alert", alert(problem),
                "invalid", new Html(problem.isPresent() ? " aria-describedby=\"alert\"" : ""),
                "name", account.name(),
                "fullName", account.fullName(),
                "destination", Destination.local(field(request, "destination")).orElse("")));
    show(request, response, Page.of(Decorator.FOCUSED, texts.get("websudo.title"), body));
  }
}
