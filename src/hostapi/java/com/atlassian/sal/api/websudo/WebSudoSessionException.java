package com.atlassian.sal.api.websudo;

/** Signature only: the product supplies the type. */
public class WebSudoSessionException extends RuntimeException {
  public WebSudoSessionException() {}

  public WebSudoSessionException(String message) {
    super(message);
  }
}
