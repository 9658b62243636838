package io.hearth.devhost.instance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who is logged in, in memory: a restart logs everybody out, as it does in the products. Bounded in
 * number; the session begun first goes first.
 */
public final class Sessions implements Accounts {
  private static final int MOST = 1000;
  private static final int ID_BYTES = 16;
  private static final Duration IDLE = Duration.ofHours(5);
  private static final Duration WEBSUDO = Duration.ofMinutes(10);

  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final String cookie;
  private final String cookiePath;
  private final Clock clock;

  private record Session(Account account, Instant idleUntil, Instant webSudoUntil) {}

  Sessions(String cookie, String contextPath, Clock clock) {
    this.cookie = cookie;
    this.cookiePath = contextPath.isEmpty() ? "/" : contextPath;
    this.clock = clock;
  }

  /** Logs somebody in under a new id, so that an id planted in the browser is worth nothing. */
  public synchronized void begin(
      HttpServletRequest request, HttpServletResponse response, Account account) {
    id(request).ifPresent(sessions::remove);
    if (sessions.size() >= MOST) {
      sessions.remove(sessions.keySet().iterator().next());
    }
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
    Instant now = clock.instant();
    sessions.put(id, new Session(account, now.plus(IDLE), Instant.MIN));
    Cookies.add(response, new Cookies.Setting(cookie, id, cookiePath, true, request.isSecure()));
  }

  public synchronized void end(HttpServletRequest request, HttpServletResponse response) {
    id(request).ifPresent(sessions::remove);
    Cookies.remove(response, cookie, cookiePath);
  }

  /** The session's id, whether it is alive or not. */
  public Optional<String> id(HttpServletRequest request) {
    return Cookies.value(request, cookie);
  }

  @Override
  public Optional<Account> of(HttpServletRequest request) {
    return alive(request).map(Session::account);
  }

  @Override
  public boolean hasWebSudo(HttpServletRequest request) {
    return alive(request)
        .filter(session -> session.webSudoUntil().isAfter(clock.instant()))
        .isPresent();
  }

  /** The password was confirmed, or a page that needs it is used: ten minutes from now. */
  public void extendWebSudo(HttpServletRequest request) {
    webSudoUntil(request, clock.instant().plus(WEBSUDO));
  }

  public void dropWebSudo(HttpServletRequest request) {
    webSudoUntil(request, Instant.MIN);
  }

  private synchronized void webSudoUntil(HttpServletRequest request, Instant end) {
    alive(request)
        .ifPresent(
            session ->
                sessions.put(
                    id(request).orElseThrow(),
                    new Session(session.account(), session.idleUntil(), end)));
  }

  private synchronized Optional<Session> alive(HttpServletRequest request) {
    Optional<String> id = id(request);
    Optional<Session> session = id.map(sessions::get);
    if (session.isEmpty()) {
      return session;
    }
    Instant now = clock.instant();
    if (!session.get().idleUntil().isAfter(now)) {
      sessions.remove(id.get());
      return Optional.empty();
    }
    Session used =
        new Session(session.get().account(), now.plus(IDLE), session.get().webSudoUntil());
    sessions.put(id.get(), used);
    return Optional.of(used);
  }
}
