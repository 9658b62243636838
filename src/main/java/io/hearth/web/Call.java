package io.hearth.web;

import com.google.gson.JsonElement;
import io.hearth.application.Texts;
import io.hearth.host.HostUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * One call that its route lets in.
 *
 * @param parts the values of the route's {@code {…}} places
 */
record Call(
    HttpServletRequest request,
    HttpServletResponse response,
    HostUser user,
    Texts texts,
    Map<String, String> parts) {

  void json(JsonElement body) throws IOException {
    Answers.json(request, response, 200, "application/json", body);
  }

  void done() {
    Answers.common(response);
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
