package io.hearth.devhost.instance;

import io.hearth.devhost.instance.logs.ProductLogs;
import io.hearth.devhost.instance.logs.Visit;
import io.hearth.devhost.sal.CurrentRequest;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Lets services and logs know which request a thread serves, for as long as it does, and writes the
 * line of the access log when the answer has ended.
 */
final class RequestFilter implements Filter {
  private final CurrentRequest current;
  private final ProductLogs logs;
  private final VisitReader visits;
  private final Clock clock;

  RequestFilter(CurrentRequest current, ProductLogs logs, VisitReader visits, Clock clock) {
    this.current = current;
    this.logs = logs;
    this.visits = visits;
    this.clock = clock;
  }

  @Override
  public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    CountedResponse response = new CountedResponse((HttpServletResponse) answer);
    Ending ending = new Ending(visits.begin(request), response, clock.instant());
    Thread thread = Thread.currentThread();
    String name = thread.getName();
    thread.setName(visits.threadName(request, ending.visit(), name));
    current.begin(request, response);
    ending.visit().begin();
    logs.requestCame(ending.visit());
    headers(response, ending.visit());
    boolean answered = false;
    try {
      chain.doFilter(request, response);
      answered = true;
    } finally {
      finish(request, ending, answered);
      Visit.end();
      current.end();
      visits.end();
      thread.setName(name);
    }
  }

  private record Ending(Visit visit, CountedResponse response, Instant start) {}

  /** As the products send them. */
  private static void headers(HttpServletResponse response, Visit visit) {
    response.setHeader("X-AREQUESTID", visit.requestId());
    response.setHeader("X-AUSERNAME", visit.user().orElse("anonymous"));
  }

  /** An answer that goes on in other threads is logged when it ends. */
  private void finish(HttpServletRequest request, Ending ending, boolean answered) {
    String thread = Thread.currentThread().getName();
    if (answered && request.isAsyncStarted()) {
      request.getAsyncContext().addListener(new AtEnd(() -> log(ending, thread, true)));
    } else {
      log(ending, thread, answered);
    }
  }

  private void log(Ending ending, String thread, boolean answered) {
    logs.requestEnded(
        ending.visit(),
        // The container turns an exception into this status when all filters are left.
        answered ? ending.response().getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
        ending.response().bytes(),
        Duration.between(ending.start(), clock.instant()),
        thread);
  }

  private record AtEnd(Runnable action) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
      action.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
