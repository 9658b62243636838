package com.atlassian.sal.api.web.context;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

/** Signature only. Each answer is null outside a request. */
public interface HttpContext {
  HttpServletRequest getRequest();

  HttpServletResponse getResponse();

  HttpSession getSession(boolean create);
}
