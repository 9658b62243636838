package io.hearth.devhost.sal;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.user.UserRole;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The login page, which leads back to where somebody wanted to go. */
final class LoginAddress implements LoginUriProvider {
  private final Surroundings around;

  LoginAddress(Surroundings around) {
    this.around = around;
  }

  @Override
  public URI getLoginUri(URI returnUri) {
    return URI.create(
        around.baseUrl().get()
            + "/login?os_destination="
            + URLEncoder.encode(withinContext(returnUri), StandardCharsets.UTF_8));
  }

  private String withinContext(URI page) {
    String path = Optional.ofNullable(page.getRawPath()).orElse("/");
    String context = around.contextPath();
    String inside = path.startsWith(context + "/") ? path.substring(context.length()) : path;
    return inside + Optional.ofNullable(page.getRawQuery()).map(query -> "?" + query).orElse("");
  }

  @Override
  public URI getLoginUriForRole(URI returnUri, UserRole role) {
    return getLoginUri(returnUri);
  }
}
