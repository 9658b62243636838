package com.atlassian.sal.api.websudo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Signature only: the product supplies the type. */
public interface WebSudoManager {
  boolean canExecuteRequest(HttpServletRequest request);

  void enforceWebSudoProtection(HttpServletRequest request, HttpServletResponse response);

  void willExecuteWebSudoRequest(HttpServletRequest request) throws WebSudoSessionException;
}
