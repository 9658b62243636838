package io.hearth.host.sal;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * What the product checks about a request: login, secure administrator session (WebSudo) and XSRF
 * token. With the servlets themselves, the only place that names servlet types.
 */
public final class SalRequestGuard {
  private final Services services = new Services();

  /** The product's login page, which leads back to the page that {@code request} asked for. */
  public URI loginUri(HttpServletRequest request) {
    return services.call(LoginUriProvider.class, login -> login.getLoginUri(addressOf(request)));
  }

  private static URI addressOf(HttpServletRequest request) {
    String page = request.getRequestURL().toString();
    String query = Optional.ofNullable(request.getQueryString()).map(q -> "?" + q).orElse("");
    try {
      return new URI(page + query);
    } catch (URISyntaxException e) {
      // Browsers send characters in queries that RFC 3986 does not allow; the page alone serves.
      return URI.create(page);
    }
  }

  /**
   * Whether the secure administrator session is there, marking the request as one that uses it.
   * Also true where the product has none or has it turned off. It is no check of permissions.
   */
  public boolean hasSecureSession(HttpServletRequest request) {
    return services.call(
        WebSudoManager.class,
        webSudo -> {
          try {
            webSudo.willExecuteWebSudoRequest(request);
            return true;
          } catch (WebSudoSessionException e) {
            return false;
          }
        });
  }

  /** Answers with the product's password form, which leads back to the page asked for. */
  public void askForPassword(HttpServletRequest request, HttpServletResponse response) {
    services.call(
        WebSudoManager.class,
        webSudo -> {
          webSudo.enforceWebSudoProtection(request, response);
          return true;
        });
  }

  /** Whether the form that was posted carries this session's XSRF token. */
  public boolean hasValidXsrfToken(HttpServletRequest request) {
    return services.call(
        XsrfTokenValidator.class, validator -> validator.validateFormEncodedToken(request));
  }

  /** The token for a form of ours, made when the session has none yet. */
  public String xsrfToken(HttpServletRequest request, HttpServletResponse response) {
    return services.call(
        XsrfTokenAccessor.class, accessor -> accessor.getXsrfToken(request, response, true));
  }

  public String xsrfParameterName() {
    return services.call(XsrfTokenValidator.class, XsrfTokenValidator::getXsrfParameterName);
  }
}
