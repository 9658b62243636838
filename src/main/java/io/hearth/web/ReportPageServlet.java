package io.hearth.web;

import com.atlassian.annotations.security.LicensedOnly;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where links to "Report a problem" lead when no script opens the dialog in place. */
@LicensedOnly
public final class ReportPageServlet extends HttpServlet {

  private final ReportHtml page;

  public ReportPageServlet(HearthApp app) {
    this.page = app.reportHtml();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    page.handle(request, response);
  }
}
