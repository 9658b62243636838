package io.hearth.devhost.server;

import io.hearth.devhost.apps.RunningApp;
import io.hearth.devhost.plugin.Descriptor.ServletModule;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;

/** An app's servlet at its patterns; initialised by the first request, as in the products. */
final class MountedServlet {
  private final RunningApp app;
  private final ServletModule module;
  private final Servlet servlet;
  private boolean initialised;

  MountedServlet(RunningApp app, ServletModule module) {
    this.app = app;
    this.module = module;
    this.servlet = app.module(module.className(), Servlet.class);
  }

  boolean isOf(RunningApp other, ServletModule otherModule) {
    return app == other && module.equals(otherModule);
  }

  Access access() {
    return Access.of(servlet.getClass());
  }

  /** A pattern that fits a path, and the part of the path that belongs to the servlet's own. */
  record Match(String pattern, String base) {}

  Optional<Match> match(String path) {
    return module.patterns().stream()
        .flatMap(pattern -> match(pattern, path).stream())
        .max(Comparator.comparingInt(match -> match.pattern().length()));
  }

  private static Optional<Match> match(String pattern, String path) {
    if (pattern.endsWith("/*")) {
      String base = pattern.substring(0, pattern.length() - 2);
      boolean fits = path.equals(base) || path.startsWith(base + "/");
      return fits ? Optional.of(new Match(pattern, base)) : Optional.empty();
    }
    return path.equals(pattern) ? Optional.of(new Match(pattern, path)) : Optional.empty();
  }

  void serve(HttpServletRequest request, HttpServletResponse response, ServletContext context)
      throws ServletException, IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    String base = match(path).orElseThrow().base();
    underAppsClassLoader(
        () -> {
          initialise(context);
          servlet.service(new ModuleRequest(request, base), response);
        });
  }

  private synchronized void initialise(ServletContext context) throws ServletException {
    if (!initialised) {
      servlet.init(new ModuleConfig(module, context));
      initialised = true;
    }
  }

  synchronized void destroy() {
    if (initialised) {
      initialised = false;
      try {
        underAppsClassLoader(servlet::destroy);
      } catch (ServletException | IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private interface Action {
    void run() throws ServletException, IOException;
  }

  private void underAppsClassLoader(Action action) throws ServletException, IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(app.classLoader());
    try {
      action.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
