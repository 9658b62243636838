package com.atlassian.sal.api.xsrf;

import jakarta.servlet.http.HttpServletRequest;

/** Signature only: the product supplies the type. */
public interface XsrfRequestValidator {
  boolean validateRequestPassesXsrfChecks(HttpServletRequest request);
}
