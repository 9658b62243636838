package io.hearth.web;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.hearth.errors.intake.ErrorIntake;
import io.hearth.errors.intake.Post;
import io.hearth.errors.intake.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The address to which browsers post errors. It answers as Sentry's protocol asks for, which is
 * what SDKs understand: no problem details here.
 */
final class Ingest {

  /** For a day the SDK need not send what is dropped here. */
  private static final int UNWANTED_SECONDS = 86_400;

  private static final Gson GSON = new Gson();

  private final Supplier<ErrorIntake> intake;
  private final Origins origins;
  private final Incidents incidents;

  Ingest(Supplier<ErrorIntake> intake, Origins origins, Incidents incidents) {
    this.intake = intake;
    this.origins = origins;
    this.incidents = incidents;
  }

  void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "only POST is taken here");
      return;
    }
    if (!origins.accepts(request)) {
      refuse(response, HttpServletResponse.SC_FORBIDDEN, "this comes from another origin");
      return;
    }
    answer(response, taken(request));
  }

  private Reply taken(HttpServletRequest request) throws IOException {
    try {
      Reply reply = intake.get().take(post(request));
      if (reply.status() != HttpServletResponse.SC_OK) {
        Body.drain(request);
      }
      return reply;
    } catch (RuntimeException e) {
      incidents.part("taking a browser's error", e);
      return new Reply(
          HttpServletResponse.SC_SERVICE_UNAVAILABLE,
          Optional.empty(),
          "errors cannot be taken now",
          Set.of(),
          60);
    }
  }

  /** A session is used where there is one; none is begun for the sake of an error. */
  private static Post post(HttpServletRequest request) throws IOException {
    return new Post(
        request.getInputStream(),
        Optional.ofNullable(request.getHeader("Content-Encoding")).orElse(""),
        Optional.ofNullable(request.getSession(false)).map(HttpSession::getId),
        Optional.ofNullable(request.getRemoteAddr()).orElse(""),
        Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
  }

  private static void answer(HttpServletResponse response, Reply reply) throws IOException {
    if (!reply.unwanted().isEmpty()) {
      response.setHeader("X-Sentry-Rate-Limits", limits(reply));
    } else if (reply.status() == 429) {
      response.setHeader("X-Sentry-Rate-Limits", reply.retryAfter() + "::organization");
    }
    if (reply.retryAfter() > 0) {
      response.setHeader("Retry-After", String.valueOf(reply.retryAfter()));
    }
    if (reply.status() == HttpServletResponse.SC_OK) {
      JsonObject body = new JsonObject();
      reply.id().ifPresent(id -> body.addProperty("id", id));
      write(response, HttpServletResponse.SC_OK, body);
    } else {
      refuse(response, reply.status(), reply.detail());
    }
  }

  /** {@code seconds:categories:scope}; see develop.sentry.dev, "Rate Limiting". */
  private static String limits(Reply reply) {
    String categories = new TreeSet<>(reply.unwanted()).stream().collect(Collectors.joining(";"));
    return UNWANTED_SECONDS + ":" + categories + ":organization";
  }

  private static void refuse(HttpServletResponse response, int status, String detail)
      throws IOException {
    JsonObject body = new JsonObject();
    body.addProperty("detail", detail);
    write(response, status, body);
  }

  private static void write(HttpServletResponse response, int status, JsonObject body)
      throws IOException {
    byte[] bytes = GSON.toJson(body).getBytes(StandardCharsets.UTF_8);
    Answers.common(response);
    response.setStatus(status);
    response.setContentType("application/json");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
