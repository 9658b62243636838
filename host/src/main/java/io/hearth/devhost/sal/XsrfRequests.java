package io.hearth.devhost.sal;

import com.atlassian.sal.api.xsrf.XsrfRequestValidator;
import jakarta.servlet.http.HttpServletRequest;

/** The proof by form token or, from scripts, by a header that no other site may send. */
record XsrfRequests(XsrfTokens tokens) implements XsrfRequestValidator {

  @Override
  public boolean validateRequestPassesXsrfChecks(HttpServletRequest request) {
    return "no-check".equals(request.getHeader("X-Atlassian-Token"))
        || tokens.validateFormEncodedToken(request);
  }
}
