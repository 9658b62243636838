package io.hearth.devhost.server;

import io.hearth.devhost.apps.RunningApp;
import io.hearth.devhost.instance.Account;
import io.hearth.devhost.instance.Accounts;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code /plugins/servlet/*}: finds the app's servlet by its patterns and the access to it. */
public final class PluginServlets extends HttpServlet {
  static final String PATH = "/plugins/servlet";

  private final transient Accounts accounts;
  private transient volatile List<MountedServlet> mounted = List.of();

  public PluginServlets(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The apps that run from now on; servlets of others are destroyed. */
  public synchronized void apps(List<RunningApp> running) {
    List<MountedServlet> before = mounted;
    mounted =
        running.stream()
            .flatMap(
                app ->
                    app.descriptor().servlets().stream()
                        .map(
                            module ->
                                before.stream()
                                    .filter(each -> each.isOf(app, module))
                                    .findFirst()
                                    .orElseGet(() -> new MountedServlet(app, module))))
            .toList();
    before.stream().filter(each -> !mounted.contains(each)).forEach(MountedServlet::destroy);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    Optional<MountedServlet> servlet =
        mounted.stream()
            .filter(each -> each.match(path).isPresent())
            // The longest pattern that fits is the one meant.
            .max(
                Comparator.comparingInt(each -> each.match(path).orElseThrow().pattern().length()));
    if (servlet.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Optional<Account> account = accounts.of(request);
    if (servlet.get().access().allows(account)) {
      servlet.get().serve(request, response, getServletContext());
    } else if (account.isPresent()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      toLogin(request, response);
    }
  }

  /** A person is led to the login page and back, a program is told. */
  private static void toLogin(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String accepted = Optional.ofNullable(request.getHeader("Accept")).orElse("");
    if (!"GET".equals(request.getMethod()) || !accepted.contains("text/html")) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    String query = Optional.ofNullable(request.getQueryString()).map(text -> "?" + text).orElse("");
    String page = request.getRequestURI().substring(request.getContextPath().length()) + query;
    response.sendRedirect(
        request.getContextPath()
            + "/login?os_destination="
            + URLEncoder.encode(page, StandardCharsets.UTF_8));
  }
}
