package com.atlassian.sal.api.xsrf;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Signature only. The token is null when there is none and none is to be made. */
public interface XsrfTokenAccessor {
  String getXsrfToken(HttpServletRequest request, HttpServletResponse response, boolean create);
}
