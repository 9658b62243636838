package io.hearth.devhost.instance;

import io.hearth.devhost.sal.CurrentRequest;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets services know which request a thread serves, for as long as it does. */
final class RequestFilter implements Filter {
  private final CurrentRequest current;

  RequestFilter(CurrentRequest current) {
    this.current = current;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    current.begin((HttpServletRequest) request, (HttpServletResponse) response);
    try {
      chain.doFilter(request, response);
    } finally {
      current.end();
    }
  }
}
