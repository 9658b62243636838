package io.hearth.web;

import com.atlassian.annotations.security.UnrestrictedAccess;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Takes what any browser of the instance counted; see {@link IngestServlet} for why by itself. */
@UnrestrictedAccess
public final class UsageIngestServlet extends HttpServlet {

  private final UsageIngest ingest;

  public UsageIngestServlet(HearthApp app) {
    this.ingest = app.usageIngest();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) {
    ingest.handle(request, response);
  }
}
