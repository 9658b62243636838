package io.hearth.devhost.sal;

import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The secure administrator session: no check of permissions, only of a password just confirmed. */
final class WebSudo implements WebSudoManager {
  private final Surroundings around;

  WebSudo(Surroundings around) {
    this.around = around;
  }

  @Override
  public boolean canExecuteRequest(HttpServletRequest request) {
    return around.sessions().hasWebSudo(request);
  }

  @Override
  public void enforceWebSudoProtection(HttpServletRequest request, HttpServletResponse response) {
    String page =
        request.getRequestURI().substring(around.contextPath().length())
            + Optional.ofNullable(request.getQueryString()).map(query -> "?" + query).orElse("");
    try {
      response.sendRedirect(
          around.contextPath()
              + "/websudo?destination="
              + URLEncoder.encode(page, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Using the session keeps it alive, as in the products. */
  @Override
  public void willExecuteWebSudoRequest(HttpServletRequest request) {
    if (!around.sessions().hasWebSudo(request)) {
      throw new WebSudoSessionException("The password has not been confirmed of late");
    }
    around.sessions().extendWebSudo(request);
  }
}
