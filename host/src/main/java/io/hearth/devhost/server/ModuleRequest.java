package io.hearth.devhost.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Optional;

/** The request as an app's servlet sees it: its own pattern is part of the servlet path. */
final class ModuleRequest extends HttpServletRequestWrapper {
  private final String base;

  ModuleRequest(HttpServletRequest request, String base) {
    super(request);
    this.base = base;
  }

  @Override
  public String getServletPath() {
    return super.getServletPath() + base;
  }

  /** Null where nothing is left, as the servlet API has it. */
  @Override
  public String getPathInfo() {
    return Optional.ofNullable(super.getPathInfo())
        .filter(path -> path.length() > base.length())
        .map(path -> path.substring(base.length()))
        .orElse(null);
  }
}
