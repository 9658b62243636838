package io.hearth.devhost.instance;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** An instance behind a real servlet container, and a browser that keeps its cookies. */
public final class InstanceServer implements AutoCloseable {
  private final Instance instance;
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final ServletContextHandler context =
      new ServletContextHandler(ServletContextHandler.NO_SESSIONS);

  private InstanceServer(Instance instance, String contextPath) {
    this.instance = instance;
    connector.setHost("localhost");
    server.addConnector(connector);
    server.setHandler(context);
    context.setContextPath(contextPath.isEmpty() ? "/" : contextPath);
  }

  public static InstanceOptions options(ProductKind kind, String contextPath, Path state) {
    return new InstanceOptions(
        kind,
        Platform.ofThisBuild(),
        0,
        contextPath,
        state,
        Optional.empty(),
        Optional.empty(),
        "node1");
  }

  /** {@code servlets} are those of apps, by their path below {@code /plugins/servlet}. */
  public static InstanceServer start(
      InstanceOptions options, Clock clock, Map<String, HttpServlet> servlets) throws Exception {
    Instance instance = Instance.open(options, clock);
    InstanceServer started = new InstanceServer(instance, options.contextPath());
    started.mount(servlets);
    started.server.start();
    instance.baseUrl(
        "http://localhost:" + started.connector.getLocalPort() + options.contextPath());
    return started;
  }

  private void mount(Map<String, HttpServlet> servlets) {
    EnumSet<DispatcherType> requests = EnumSet.of(DispatcherType.REQUEST);
    context.addFilter(async(new FilterHolder(instance.requestFilter())), "/*", requests);
    context.addFilter(
        async(new FilterHolder(instance.frameFilter())), "/plugins/servlet/*", requests);
    instance
        .routes()
        .forEach(route -> context.addServlet(new ServletHolder(route.servlet()), route.path()));
    servlets.forEach(
        (path, servlet) -> {
          ServletHolder holder = new ServletHolder(servlet);
          holder.setAsyncSupported(true);
          context.addServlet(holder, "/plugins/servlet" + path);
        });
  }

  private static FilterHolder async(FilterHolder holder) {
    holder.setAsyncSupported(true);
    return holder;
  }

  public Instance instance() {
    return instance;
  }

  public Browser browser() {
    return new Browser(instance.baseUrl());
  }

  @Override
  public void close() {
    try {
      server.stop();
      instance.close();
    } catch (Exception e) {
      throw new IllegalStateException("the server does not stop", e);
    }
  }

  /** Keeps cookies by name, whatever their path, and follows nothing by itself. */
  public static final class Browser {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new TreeMap<>();
    private final String base;

    private Browser(String base) {
      this.base = base;
    }

    public HttpResponse<String> get(String path, String... headers) throws Exception {
      return send(HttpRequest.newBuilder().GET(), path, headers);
    }

    public HttpResponse<String> post(String path, Map<String, String> fields, String... headers)
        throws Exception {
      String form =
          fields.entrySet().stream()
              .map(field -> field.getKey() + "=" + encoded(field.getValue()))
              .collect(Collectors.joining("&"));
      HttpRequest.Builder request =
          HttpRequest.newBuilder()
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .header("Content-Type", "application/x-www-form-urlencoded");
      return send(request, path, headers);
    }

    public Browser login(String name) throws Exception {
      post("/login", Map.of("username", name, "password", name));
      return this;
    }

    public Map<String, String> cookies() {
      return cookies;
    }

    private static String encoded(String value) {
      return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path, String... headers)
        throws Exception {
      for (int i = 0; i < headers.length; i += 2) {
        request.header(headers[i], headers[i + 1]);
      }
      if (!cookies.isEmpty()) {
        request.header(
            "Cookie",
            cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ")));
      }
      HttpResponse<String> answer =
          client.send(request.uri(URI.create(base + path)).build(), BodyHandlers.ofString());
      for (String line : answer.headers().allValues("Set-Cookie")) {
        String[] pair = line.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
      }
      return answer;
    }
  }
}
