package io.hearth.web;

import com.atlassian.annotations.security.UnrestrictedAccess;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes errors from any browser of the instance, also from one where nobody has logged in. A
 * servlet of its own, mapped to its one address: the other one lets only administrators in.
 */
@UnrestrictedAccess
public final class IngestServlet extends HttpServlet {

  private final Ingest ingest;

  public IngestServlet(HearthApp app) {
    this.ingest = app.ingest();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ingest.handle(request, response);
  }
}
