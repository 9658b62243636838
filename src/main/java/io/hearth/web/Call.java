package io.hearth.web;

import com.google.gson.JsonElement;
import io.hearth.application.Texts;
import io.hearth.host.HostUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * One call that its route lets in. No record: the transform to javax.servlet leaves the types of
 * record components as they are.
 */
final class Call {
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final HostUser user;
  private final Texts texts;
  private final Map<String, String> parts;

  Call(
      HttpServletRequest request,
      HttpServletResponse response,
      HostUser user,
      Texts texts,
      Map<String, String> parts) {
    this.request = request;
    this.response = response;
    this.user = user;
    this.texts = texts;
    this.parts = Map.copyOf(parts);
  }

  HttpServletRequest request() {
    return request;
  }

  HttpServletResponse response() {
    return response;
  }

  HostUser user() {
    return user;
  }

  Texts texts() {
    return texts;
  }

  /** The values of the route's {@code {…}} places. */
  Map<String, String> parts() {
    return parts;
  }

  void json(JsonElement body) throws IOException {
    Answers.json(request, response, HttpServletResponse.SC_OK, "application/json", body);
  }

  void created(JsonElement body) throws IOException {
    Answers.json(request, response, HttpServletResponse.SC_CREATED, "application/json", body);
  }

  void done() {
    Answers.common(response);
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
