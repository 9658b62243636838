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

/** The login form. */
final class LoginServlet extends PageServlet {
  private static final Logger SECURITY = LoggerFactory.getLogger("security.login");

  private final transient LoginGuard guard;
  private final transient Template form = template("login");

  LoginServlet(Place place, Frames frames, Texts texts, LoginGuard guard) {
    super(place, frames, texts);
    this.guard = guard;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    show(request, response, "", Optional.empty());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (isForged(request, response)) {
      return;
    }
    String name = field(request, "username").orElse("").strip();
    String address = request.getRemoteAddr();
    Optional<Duration> wait = guard.wait(address, name);
    if (wait.isPresent()) {
      show(request, response, name, Optional.of(tooOften(response, wait.get())));
      return;
    }
    Optional<Account> account =
        place.directory().authenticate(name, field(request, "password").orElse(""));
    if (account.isEmpty()) {
      guard.failed(address, name);
      SECURITY.warn("The user '{}' has FAILED authentication.", Loggable.text(name));
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      show(request, response, name, Optional.of(texts.get("login.failed")));
      return;
    }
    guard.succeeded(address, name);
    place.sessions().begin(request, response, account.get());
    SECURITY.info("The user '{}' has PASSED authentication.", account.get().name());
    redirect(response, Destination.local(field(request, "os_destination")).orElse("/"));
  }

  private void show(
      HttpServletRequest request,
      HttpServletResponse response,
      String name,
      Optional<String> problem)
      throws IOException {
    Html body =
        form.fill(
            Map.of(
                "context", place.contextPath(),
                "product", place.product().name(),
                "alert", alert(problem),
                "invalid", new Html(problem.isPresent() ? " aria-describedby=\"alert\"" : ""),
                "name", name,
                "destination", Destination.local(field(request, "os_destination")).orElse("")));
    show(request, response, Page.of(Decorator.FOCUSED, texts.get("login.title"), body));
  }
}
