package io.hearth.web;

import io.hearth.application.Texts;
import io.hearth.host.HostUser;
import io.hearth.web.Problem.Kind;
import io.hearth.web.Route.Method;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Leads a call to its route, once the route lets it in, and answers every failure. */
final class Api {

  private record Match(Route route, Map<String, String> parts) {}

  private final Gate gate;
  private final Incidents incidents;
  private final List<Route> routes;

  Api(Gate gate, Incidents incidents, List<Route> routes) {
    this.gate = gate;
    this.incidents = incidents;
    this.routes = List.copyOf(routes);
  }

  void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      dispatch(request, response);
    } catch (Refusal refusal) {
      Answers.problem(request, response, refusal.problem(), texts());
    } catch (RuntimeException e) {
      String id = incidents.record("answering a call", e);
      if (response.isCommitted()) {
        throw new IOException("The answer was broken off; see incident " + id, e);
      }
      response.reset();
      Answers.problem(request, response, Problem.internal(id), texts());
    }
  }

  private void dispatch(HttpServletRequest request, HttpServletResponse response)
      throws IOException, Refusal {
    HostUser user = gate.administrator();
    List<Match> matches = matches(Optional.ofNullable(request.getPathInfo()).orElse(""));
    if (matches.isEmpty()) {
      throw new Refusal(Problem.of(Kind.NOT_FOUND));
    }
    if (request.getMethod().equals("OPTIONS")) {
      Answers.common(response);
      response.setHeader("Allow", allowed(matches));
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    Match match =
        matches.stream()
            .filter(one -> one.route().method().name().equals(method))
            .findFirst()
            .orElseThrow(() -> new Refusal(Problem.methodNotAllowed(allowed(matches))));
    gate.check(match.route(), request);
    match.route().handler().handle(new Call(request, response, user, texts(), match.parts()));
  }

  private List<Match> matches(String path) {
    return routes.stream()
        .flatMap(route -> route.match(path).map(parts -> new Match(route, parts)).stream())
        .toList();
  }

  private static String allowed(List<Match> matches) {
    return matches.stream()
        .map(match -> match.route().method())
        .flatMap(
            method -> method == Method.GET ? Stream.of("GET", "HEAD") : Stream.of(method.name()))
        .collect(Collectors.joining(", ", "", ", OPTIONS"));
  }

  /** An answer about a failure must not fail because the product cannot tell a language. */
  private Texts texts() {
    try {
      return Texts.in(gate.host().locale());
    } catch (RuntimeException e) {
      return Texts.in(Locale.ENGLISH);
    }
  }
}
