package io.hearth.devhost.sal;

import com.atlassian.sal.api.web.context.HttpContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** The request that this thread serves; a thread that an app starts serves none. */
public final class CurrentRequest implements HttpContext {
  private final ThreadLocal<Exchange> current = new ThreadLocal<>();

  private record Exchange(HttpServletRequest request, HttpServletResponse response) {}

  public void begin(HttpServletRequest request, HttpServletResponse response) {
    current.set(new Exchange(request, response));
  }

  public void end() {
    current.remove();
  }

  Optional<HttpServletRequest> request() {
    return Optional.ofNullable(current.get()).map(Exchange::request);
  }

  @Override
  public HttpServletRequest getRequest() {
    return request().orElse(null);
  }

  @Override
  public HttpServletResponse getResponse() {
    return Optional.ofNullable(current.get()).map(Exchange::response).orElse(null);
  }

  @Override
  public HttpSession getSession(boolean create) {
    return request().map(request -> request.getSession(create)).orElse(null);
  }
}
