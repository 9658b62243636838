package io.hearth.web;

import com.atlassian.annotations.security.SystemAdminOnly;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The REST interface, described in {@code openapi/hearth-v1.json}. */
@SystemAdminOnly
public final class ApiServlet extends HttpServlet {

  /** Below the context path; the descriptor maps the same. */
  static final String BASE = "/plugins/servlet/hearth/api/v1";

  private final Api api;

  public ApiServlet(HearthApp app) {
    this.api = app.api();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    api.handle(request, response);
  }
}
