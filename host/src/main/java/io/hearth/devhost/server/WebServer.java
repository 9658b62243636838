package io.hearth.devhost.server;

import io.hearth.devhost.apps.Apps;
import io.hearth.devhost.instance.Instance;
import io.hearth.devhost.webresource.WebResources;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Jetty with all that the host serves. Compiled against the EE10 environment; the build for
 * Platform 7 names EE8 instead, so only what both share is used here.
 */
public final class WebServer implements AutoCloseable {
  private static final String EVERYTHING = "/*";
  private static final long STOP_MILLIS = 1_000;

  private final Server server = new Server();
  private final ServerConnector connector;
  private final ServletContextHandler context =
      new ServletContextHandler(ServletContextHandler.NO_SESSIONS);

  public WebServer(int port, String contextPath) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("localhost");
    connector.setPort(port);
    server.addConnector(connector);
    server.setStopTimeout(STOP_MILLIS);
    context.setContextPath(contextPath.isEmpty() ? "/" : contextPath);
    server.setHandler(handler());
  }

  /** In EE10 the context is a handler of Jetty's core, in EE8 it supplies one. */
  private Handler handler() {
    Object handler = context;
    return handler instanceof Supplier<?> nested ? (Handler) nested.get() : (Handler) handler;
  }

  public void mount(
      Instance instance, Apps apps, PluginServlets plugins, WebResources resources, Path uploads) {
    filter(instance.requestFilter(), EVERYTHING);
    filter(new PageFilter(resources), EVERYTHING);
    filter(instance.frameFilter(), PluginServlets.PATH + EVERYTHING);
    instance.routes().forEach(route -> servlet(route.servlet(), route.path()));
    servlet(plugins, PluginServlets.PATH + EVERYTHING);
    ContentServlet content = new ContentServlet(resources);
    servlet(content, "/download/*");
    servlet(content, "/s/*");
    servlet(new HostApi(apps, uploads), "/host/api/*");
  }

  private void filter(Filter filter, String path) {
    context.addFilter(new FilterHolder(filter), path, EnumSet.of(DispatcherType.REQUEST));
  }

  private void servlet(Servlet servlet, String path) {
    context.addServlet(new ServletHolder(servlet), path);
  }

  /** Begins to listen; the port is the one asked for, or the free one that was found. */
  public int start() throws Exception {
    try {
      server.start();
    } catch (IOException e) {
      if (e.getCause() instanceof BindException taken) {
        throw taken;
      }
      throw e;
    }
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the web server does not stop", e);
    }
  }
}
