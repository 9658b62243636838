package com.atlassian.sal.api.xsrf;

import jakarta.servlet.http.HttpServletRequest;

/** Signature only: the product supplies the type. */
public interface XsrfTokenValidator {
  boolean validateFormEncodedToken(HttpServletRequest request);

  String getXsrfParameterName();
}
