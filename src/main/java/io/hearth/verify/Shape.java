package io.hearth.verify;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What secrets look like, told anew and without a look at the rules of redaction, so that one
 * mistake does not hide another. Patterns are tried at one place of a window of bounded length, so
 * that no text makes them slow.
 *
 * @param kind as redaction names them
 * @param mark by which the shape is noticed, in small letters
 * @param pattern from the mark on; its last group, or all of it without one, is the value
 * @param source where the form is published
 */
record Shape(String kind, Place place, String mark, Pattern pattern, String source) {

  /**
   * Where in an atom the mark stands: at its beginning, or, as in {@code dbPassword}, at its end.
   */
  enum Place {
    BEGINNING,
    END
  }

  private static final String VALUE = "([^\\s\"'<>&,;)\\]}]{6,200})";

  /** What follows a name: {@code =}, {@code :}, quoted or not. */
  private static final String IS = "[\"']?\\s{0,3}(?:=|:)\\s{0,3}[\"']?";

  static final List<Shape> ALL =
      List.of(
          of("token", "eyj", "eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]*", "RFC 7519"),
          of("token", "akia", "AKIA[0-9A-Z]{16}\\b", "AWS, IAM identifiers"),
          of("token", "asia", "ASIA[0-9A-Z]{16}\\b", "AWS, IAM identifiers"),
          of("token", "ghp", "ghp_[A-Za-z0-9]{30,}", "GitHub, token formats"),
          of("token", "gho", "gho_[A-Za-z0-9]{30,}", "GitHub, token formats"),
          of("token", "ghs", "ghs_[A-Za-z0-9]{30,}", "GitHub, token formats"),
          of("token", "ghu", "ghu_[A-Za-z0-9]{30,}", "GitHub, token formats"),
          of("token", "github", "github_pat_\\w{30,}", "GitHub, token formats"),
          of("token", "glpat", "glpat-[\\w-]{18,}", "GitLab, token overview"),
          of("token", "xox", "xox[abeprs]-[\\w-]{10,}", "Slack, token types"),
          of("token", "npm", "npm_[A-Za-z0-9]{30,}", "npm, access tokens"),
          of("token", "sg", "SG\\.[\\w-]{16,}\\.[\\w-]{16,}", "SendGrid, API keys"),
          of("token", "aiza", "AIza[\\w-]{35}", "Google, API keys"),
          of("token", "sk", "sk_live_[A-Za-z0-9]{16,}", "Stripe, API keys"),
          of("token", "rk", "rk_live_[A-Za-z0-9]{16,}", "Stripe, API keys"),
          of("token", "pypi", "pypi-[\\w-]{30,}", "PyPI, API tokens"),
          of("token", "bbdc", "BBDC-[A-Za-z0-9+/=]{30,}", "Bitbucket Data Center, HTTP tokens"),
          of("token", "atatt", "ATATT3x[\\w=-]{20,}", "Atlassian, API tokens"),
          of(
              "token",
              "hooks",
              "hooks\\.slack\\.com/services/(T\\w+/B\\w+/\\w+)",
              "Slack, webhooks"),
          of("token", "bearer", "Bearer\\s+([\\w.~+/=-]{12,})", "RFC 6750, 2.1"),
          of("password", "basic", "Basic\\s+([A-Za-z0-9+/]{8,}={0,2})(?![\\w-])", "RFC 7617, 2"),
          of(
              "private-key",
              "begin",
              "BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\\\nr]*([\\w+/=]{30,})",
              "RFC 7468, 10"),
          named("password", "password"),
          named("password", "passwd"),
          named("password", "pwd"),
          named("password", "passphrase"),
          named("token", "token"),
          named("token", "secret"),
          named("token", "apikey"),
          named("session", "jsessionid"),
          named("session", "bitbucketsessionid"));

  private static Shape of(String kind, String mark, String pattern, String source) {
    return new Shape(
        kind, Place.BEGINNING, mark, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), source);
  }

  /** A value after a telling name, as settings, JSON, cookies and command lines have it. */
  private static Shape named(String kind, String name) {
    Pattern pattern = Pattern.compile(name + IS + VALUE, Pattern.CASE_INSENSITIVE);
    return new Shape(kind, Place.END, name, pattern, "settings of the products");
  }
}
