package io.hearth.web;

import io.hearth.host.Host;
import io.hearth.host.HostUser;
import io.hearth.usage.intake.UsageIntake;
import io.hearth.usage.intake.UsageIntake.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The address to which browsers post what they counted. A page that is being left can send no
 * header of its own and reads no answer, so a status is all there is.
 */
final class UsageIngest {

  /** Stands for everybody who is not logged in: whoever forges clients is one person here. */
  private static final String NOBODY = "";

  private final Supplier<UsageIntake> intake;
  private final Host host;
  private final Origins origins;
  private final Incidents incidents;

  UsageIngest(Supplier<UsageIntake> intake, Host host, Origins origins, Incidents incidents) {
    this.intake = intake;
    this.host = host;
    this.origins = origins;
    this.incidents = incidents;
  }

  /** As <a href="https://www.w3.org/TR/gpc/">GPC</a> and its forerunner have it. */
  static boolean wantsNoCounting(HttpServletRequest request) {
    return "1".equals(request.getHeader("Sec-GPC")) || "1".equals(request.getHeader("DNT"));
  }

  void handle(HttpServletRequest request, HttpServletResponse response) {
    Answers.common(response);
    if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    int status = status(request);
    if (status != HttpServletResponse.SC_NO_CONTENT) {
      Body.drain(request);
    }
    response.setStatus(status);
  }

  private int status(HttpServletRequest request) {
    if (!isOurPage(request)) {
      return HttpServletResponse.SC_FORBIDDEN;
    }
    if (!isText(request)) {
      return HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
    }
    if (wantsNoCounting(request)) {
      return HttpServletResponse.SC_NO_CONTENT;
    }
    try {
      return status(intake.get().take(request.getInputStream(), person()));
    } catch (IOException | RuntimeException e) {
      incidents.part("taking what a browser counted", e);
      return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
  }

  private static int status(Reply reply) {
    return switch (reply) {
      case TAKEN -> HttpServletResponse.SC_NO_CONTENT;
      case OFF -> HttpServletResponse.SC_FORBIDDEN;
      case MALFORMED -> HttpServletResponse.SC_BAD_REQUEST;
      case TOO_LARGE -> HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
      case TOO_MANY -> 429;
    };
  }

  /** Every browser tells one of the two with a post; there is no token that could stand for it. */
  private boolean isOurPage(HttpServletRequest request) {
    boolean told =
        request.getHeader("Sec-Fetch-Site") != null || request.getHeader("Origin") != null;
    return told && origins.accepts(request);
  }

  /** What {@code sendBeacon} says of a text; a form would be read before it comes here. */
  private static boolean isText(HttpServletRequest request) {
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return media.equals("text/plain") || media.equals("application/json");
  }

  private String person() {
    return host.currentUser().map(HostUser::key).orElse(NOBODY);
  }
}
