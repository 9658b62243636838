package io.hearth.web;

import io.hearth.host.Host;
import io.hearth.host.HostUser;
import io.hearth.web.Problem.Kind;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Who gets in. The product closes servlets by itself, by their annotations; that is checked again
 * here, so that no setting of the product opens what a route keeps closed.
 */
record Gate(Host host, RequestGuard guard, Origins origins) {

  static final String SIGN_IN_PAGE = "/plugins/servlet/hearth/admin/support-zip";

  /** The system administrator behind the request. */
  HostUser administrator() throws Refusal {
    HostUser user = user();
    if (!host.isSystemAdministrator(user)) {
      throw new Refusal(Problem.of(Kind.NOT_SYSTEM_ADMINISTRATOR));
    }
    return user;
  }

  /** Whoever is logged in, for the few addresses that are for everybody. */
  HostUser user() throws Refusal {
    return host.currentUser().orElseThrow(() -> new Refusal(Problem.of(Kind.NOT_LOGGED_IN)));
  }

  void check(Route route, HttpServletRequest request) throws Refusal {
    if (route.access() == Route.Access.SECURE && !guard.hasSecureSession(request)) {
      // Opening the page is how a person comes to the product's password form and back.
      throw new Refusal(Problem.webSudoRequired(request.getContextPath() + SIGN_IN_PAGE));
    }
    if (route.method().changes()) {
      checkProof(request);
    }
  }

  /** That what changes something comes from a page of this instance. */
  void checkProof(HttpServletRequest request) throws Refusal {
    // Looking for a token makes the container read a form, so its size is checked before.
    Body.checkDeclaredSize(request);
    if (!origins.accepts(request) || !carriesProof(request)) {
      throw new Refusal(Problem.of(Kind.XSRF_REFUSED));
    }
  }

  /** No page of another site can set the header, and none can know the token. */
  private boolean carriesProof(HttpServletRequest request) {
    return "no-check".equals(request.getHeader("X-Atlassian-Token"))
        || (Body.isForm(request) && guard.hasValidXsrfToken(request));
  }
}
