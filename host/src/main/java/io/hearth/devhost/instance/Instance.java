package io.hearth.devhost.instance;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** STAND-IN until the real one lands. */
public final class Instance implements AutoCloseable {
  private final InstanceOptions o;
  private String url = "";

  private Instance(InstanceOptions o) {
    this.o = o;
  }

  public static Instance open(InstanceOptions o, Clock clock) throws IOException {
    return new Instance(o);
  }

  public Product product() {
    return Product.of(o.product(), o.platform());
  }

  public Path localHome() {
    return o.state();
  }

  public String baseUrl() {
    return url;
  }

  public void baseUrl(String u) {
    url = u;
  }

  public Map<Class<?>, Object> services() {
    return Map.of();
  }

  public Accounts accounts() {
    return new Accounts() {
      public Optional<Account> of(HttpServletRequest r) {
        return Optional.ofNullable(r.getHeader("Cookie"))
            .map(n -> new Account(n, n, n, n, n.equals("admin"), n.equals("admin")));
      }

      public boolean hasWebSudo(HttpServletRequest r) {
        return true;
      }
    };
  }

  public List<Route> routes() {
    return List.of(
        new Route(
            "/login",
            new jakarta.servlet.http.HttpServlet() {
              protected void doPost(
                  HttpServletRequest r, jakarta.servlet.http.HttpServletResponse s) {
                s.addHeader("Set-Cookie", r.getParameter("username"));
              }
            }));
  }

  public Filter requestFilter() {
    return (a, b, c) -> c.doFilter(a, b);
  }

  public Filter frameFilter() {
    return (a, b, c) -> c.doFilter(a, b);
  }

  public void apps(AppsView v) {}

  public void close() {}
}
