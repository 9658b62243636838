package io.hearth.web;

import com.atlassian.annotations.security.LicensedOnly;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes problem reports from people who are logged in. A servlet of its own, mapped to its one
 * address: that of the REST interface lets only administrators in.
 */
@LicensedOnly
public final class ReportServlet extends HttpServlet {

  private final ReportIngest ingest;

  public ReportServlet(HearthApp app) {
    this.ingest = app.reportIngest();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ingest.handle(request, response);
  }
}
