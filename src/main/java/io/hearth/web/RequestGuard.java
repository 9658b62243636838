package io.hearth.web;

import io.hearth.host.sal.SalRequestGuard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;

/** What the product checks about a request; {@link SalRequestGuard} says what each call means. */
interface RequestGuard {

  URI loginUri(HttpServletRequest request);

  boolean hasSecureSession(HttpServletRequest request);

  void askForPassword(HttpServletRequest request, HttpServletResponse response);

  boolean hasValidXsrfToken(HttpServletRequest request);

  String xsrfToken(HttpServletRequest request, HttpServletResponse response);

  String xsrfParameterName();

  static RequestGuard over(SalRequestGuard product) {
    return new RequestGuard() {
      @Override
      public URI loginUri(HttpServletRequest request) {
        return product.loginUri(request);
      }

      @Override
      public boolean hasSecureSession(HttpServletRequest request) {
        return product.hasSecureSession(request);
      }

      @Override
      public void askForPassword(HttpServletRequest request, HttpServletResponse response) {
        product.askForPassword(request, response);
      }

      @Override
      public boolean hasValidXsrfToken(HttpServletRequest request) {
        return product.hasValidXsrfToken(request);
      }

      @Override
      public String xsrfToken(HttpServletRequest request, HttpServletResponse response) {
        return product.xsrfToken(request, response);
      }

      @Override
      public String xsrfParameterName() {
        return product.xsrfParameterName();
      }
    };
  }
}
