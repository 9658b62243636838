package io.hearth.egress;

import io.hearth.egress.UnfitAddress.Why;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where something would be sent, as an administrator typed it in.
 *
 * @param address {@code https}, with a host and without user, query and fragment; {@code http} for
 *     this machine alone
 * @param secret the key of a DSN or a bearer token; in no answer, no log and no export
 */
public record Target(URI address, Optional<String> secret) {

  public static final int LONGEST_ADDRESS = 500;
  public static final int LONGEST_SECRET = 2_000;

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern KEY = Pattern.compile("([A-Za-z0-9_-]{1,100})(?::.*)?");
  private static final Pattern PROJECT = Pattern.compile("(/.*)?/([A-Za-z0-9_-]{1,64})/?");

  /** What a header may hold: RFC 6750, 2.1. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  /**
   * @throws UnfitAddress when nothing may be sent there
   */
  public static Target endpoint(String typed, Optional<String> token) throws UnfitAddress {
    URI address = parsed(typed);
    if (address.getRawUserInfo() != null) {
      throw new UnfitAddress(Why.USER);
    }
    if (token.filter(one -> !isToken(one)).isPresent()) {
      throw new UnfitAddress(Why.TOKEN);
    }
    return new Target(checked(address), token);
  }

  private static boolean isToken(String text) {
    return text.length() <= LONGEST_SECRET && TOKEN.matcher(text).matches();
  }

  /**
   * A DSN as Sentry's protocol writes it, {@code https://KEY@host/path/PROJECT}; its address is the
   * one for envelopes. The secret part of old DSNs is not kept: nothing asks for it any more.
   *
   * @throws UnfitAddress when nothing may be sent there
   */
  public static Target dsn(String typed) throws UnfitAddress {
    URI dsn = parsed(typed);
    Matcher key = KEY.matcher(Optional.ofNullable(dsn.getRawUserInfo()).orElse(""));
    Matcher project = PROJECT.matcher(Optional.ofNullable(dsn.getRawPath()).orElse(""));
    if (!key.matches() || !project.matches()) {
      throw new UnfitAddress(Why.DSN);
    }
    String before = Optional.ofNullable(project.group(1)).orElse("");
    String port = dsn.getPort() < 0 ? "" : ":" + dsn.getPort();
    String path = before + "/api/" + project.group(2) + "/envelope/";
    URI address = checked(parsed(dsn.getScheme() + "://" + dsn.getHost() + port + path));
    return new Target(checkedQuery(dsn, address), Optional.of(key.group(1)));
  }

  /** One that was kept; it is checked anew, since others can write settings too. */
  static Target again(URI address, Optional<String> secret) throws UnfitAddress {
    if (address.getHost() == null) {
      throw new UnfitAddress(Why.ADDRESS);
    }
    if (secret.filter(one -> !isToken(one)).isPresent()) {
      throw new UnfitAddress(Why.TOKEN);
    }
    return new Target(checked(address), secret);
  }

  private static URI parsed(String typed) throws UnfitAddress {
    try {
      URI address = new URI(typed.strip());
      if (typed.length() > LONGEST_ADDRESS || address.getHost() == null) {
        throw new UnfitAddress(Why.ADDRESS);
      }
      return address;
    } catch (URISyntaxException e) {
      throw new UnfitAddress(Why.ADDRESS);
    }
  }

  private static URI checkedQuery(URI typed, URI address) throws UnfitAddress {
    if (typed.getRawQuery() != null || typed.getRawFragment() != null) {
      throw new UnfitAddress(Why.QUERY);
    }
    return address;
  }

  private static URI checked(URI address) throws UnfitAddress {
    boolean here =
        "http".equalsIgnoreCase(address.getScheme())
            && THIS_MACHINE.contains(address.getHost().toLowerCase(Locale.ROOT));
    if (!here && !"https".equalsIgnoreCase(address.getScheme())) {
      throw new UnfitAddress(Why.SCHEME);
    }
    return checkedQuery(address, address);
  }

  /** Whether a person names the host of this address, as they do to confirm it. */
  public boolean isHost(String typed) {
    return address.getHost().equalsIgnoreCase(typed.strip());
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
