package io.hearth.devhost.instance;

import io.hearth.devhost.instance.logs.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What the logs tell of a request, numbered as the products do. */
final class VisitReader {
  private static final int HASH_BYTES = 4;

  private final ProductKind kind;
  private final String contextPath;
  private final Sessions sessions;
  private final Clock clock;
  private final AtomicLong number = new AtomicLong();
  private final AtomicInteger atOnce = new AtomicInteger();

  VisitReader(ProductKind kind, String contextPath, Sessions sessions, Clock clock) {
    this.kind = kind;
    this.contextPath = contextPath;
    this.sessions = sessions;
    this.clock = clock;
  }

  Visit begin(HttpServletRequest request) {
    Optional<String> session = sessions.id(request).map(VisitReader::hash);
    return new Visit(
        sessions.of(request).map(Account::name),
        requestId(atOnce.incrementAndGet()),
        session,
        request.getRemoteAddr(),
        request.getProtocol(),
        request.getMethod(),
        request.getRequestURI().substring(contextPath.length()),
        Optional.ofNullable(request.getQueryString()).map(query -> "?" + query).orElse(""),
        header(request, "Referer"),
        header(request, "User-Agent"));
  }

  void end() {
    atOnce.decrementAndGet();
  }

  /** Minute of the day, running number, requests at that time. */
  private String requestId(int concurrent) {
    LocalTime time = clock.instant().atZone(ZoneId.systemDefault()).toLocalTime();
    String id = (time.toSecondOfDay() / 60) + "x" + number.incrementAndGet() + "x" + concurrent;
    return kind == ProductKind.BITBUCKET ? "@HDVHSTx" + id : id;
  }

  /** The products log a hash, so that nobody can take a session over from a log. */
  private static String hash(String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One line and no quotes, whatever a browser sends. */
  private static String header(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getHeader(name))
        .map(value -> value.replaceAll("[\\p{Cntrl}\"|]", "?"))
        .filter(value -> !value.isEmpty())
        .orElse("-");
  }

  /** Tomcat's names; Jira adds what the thread works on. */
  String threadName(HttpServletRequest request, Visit visit, String containers) {
    String number = containers.replaceFirst("^.*?(\\d+)\\D*$", "$1");
    String name = "http-nio-" + request.getLocalPort() + "-exec-" + number;
    if (kind != ProductKind.JIRA) {
      return name;
    }
    String user = visit.user().map(known -> " username:" + known).orElse("");
    return name + " url:" + visit.path() + user;
  }
}
