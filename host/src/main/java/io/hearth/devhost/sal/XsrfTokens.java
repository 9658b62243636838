package io.hearth.devhost.sal;

import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import io.hearth.devhost.instance.Cookies;
import io.hearth.devhost.instance.ProductKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** A token in a cookie that a form must repeat, which no other site can. */
final class XsrfTokens implements XsrfTokenAccessor, XsrfTokenValidator {
  private static final int BYTES = 20;
  private static final String PARAMETER = "atl_token";
  private static final String IN_REQUEST = XsrfTokens.class.getName() + ".token";

  private final SecureRandom random = new SecureRandom();
  private final Surroundings around;

  XsrfTokens(Surroundings around) {
    this.around = around;
  }

  @Override
  public String getXsrfToken(
      HttpServletRequest request, HttpServletResponse response, boolean create) {
    Optional<String> token = token(request);
    return token.isEmpty() && create ? make(request, response) : token.orElse(null);
  }

  /** The one made for this very request is not in its cookies yet. */
  private Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable((String) request.getAttribute(IN_REQUEST))
        .or(() -> Cookies.value(request, around.product().xsrfCookie()))
        .filter(token -> !token.isEmpty());
  }

  private String make(HttpServletRequest request, HttpServletResponse response) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String hex = HexFormat.of().formatHex(bytes);
    boolean jira = around.product().kind() == ProductKind.JIRA;
    String token = jira ? around.serverId() + "_" + hex + "_lin" : hex;
    request.setAttribute(IN_REQUEST, token);
    String path = around.contextPath().isEmpty() ? "/" : around.contextPath();
    Cookies.add(
        response,
        new Cookies.Setting(around.product().xsrfCookie(), token, path, false, request.isSecure()));
    return token;
  }

  @Override
  public boolean validateFormEncodedToken(HttpServletRequest request) {
    Optional<String> given = Optional.ofNullable(request.getParameter(PARAMETER));
    return given.isPresent()
        && token(request).filter(token -> same(token, given.get())).isPresent();
  }

  private static boolean same(String token, String given) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String getXsrfParameterName() {
    return PARAMETER;
  }
}
