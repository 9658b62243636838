package io.hearth.web;

import com.atlassian.annotations.security.SystemAdminOnly;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The administration pages. */
@SystemAdminOnly
public final class AdminPageServlet extends HttpServlet {

  private final AdminPage page;

  public AdminPageServlet(HearthApp app) {
    this.page = app.adminPage();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    page.handle(request, response);
  }
}
