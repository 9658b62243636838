package io.hearth.web;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.hearth.application.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes answers, all with the headers that keep browsers and proxies from being clever. */
final class Answers {

  private static final Gson GSON = new Gson();

  private Answers() {}

  static void common(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
  }

  static void problem(
      HttpServletRequest request, HttpServletResponse response, Problem problem, Texts texts)
      throws IOException {
    problem.headers().forEach(response::setHeader);
    json(request, response, problem.status(), "application/problem+json", problem.json(texts));
  }

  static void json(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String type,
      JsonElement body)
      throws IOException {
    byte[] bytes = GSON.toJson(body).getBytes(StandardCharsets.UTF_8);
    common(response);
    response.setStatus(status);
    response.setContentType(type);
    response.setContentLength(bytes.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(bytes);
    }
  }
}
