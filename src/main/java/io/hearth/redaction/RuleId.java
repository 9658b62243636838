package io.hearth.redaction;

/** The built-in rules: what finds a value decides the rule, what the value is decides the kind. */
enum RuleId {
  SECRET_SETTING("secret-setting", Kind.PASSWORD),
  COMMAND_LINE("command-line", Kind.PASSWORD),
  URL_PASSWORD("url-password", Kind.PASSWORD),
  SQL_PASSWORD("sql-password", Kind.PASSWORD),
  AUTHORIZATION("authorization", Kind.TOKEN),
  COOKIE("cookie", Kind.SESSION),
  SESSION_ID("session-id", Kind.SESSION),
  JWT("jwt", Kind.TOKEN),
  SAML("saml", Kind.TOKEN),
  ACCESS_TOKEN("access-token", Kind.TOKEN),
  TOKEN_SHAPE("token-shape", Kind.TOKEN),
  PEM("pem", Kind.PRIVATE_KEY),
  LICENCE("licence", Kind.LICENCE),
  MAIL("mail", Kind.MAIL),
  USER_FIELD("user-field", Kind.USER),
  LOG_USER("log-user", Kind.USER),
  KNOWN_USER("known-user", Kind.USER),
  USER_KEY("user-key", Kind.USER),
  PROFILE_URL("profile-url", Kind.USER),
  PERSONAL_SPACE("personal-space", Kind.USER),
  NAME_FIELD("name-field", Kind.FULL_NAME),
  KNOWN_NAME("known-name", Kind.FULL_NAME),
  PHONE("phone", Kind.PHONE),
  HOME_FOLDER("home-folder", Kind.HOME_FOLDER),
  LDAP_DN("ldap-dn", Kind.LDAP_DN),
  CARD("card", Kind.CARD),
  IPV4("ipv4", Kind.IPV4),
  IPV6("ipv6", Kind.IPV6),
  MAC("mac", Kind.MAC),
  URL_HOST("url-host", Kind.HOST),
  HOST_FIELD("host-field", Kind.HOST),
  HOST_NAME("host-name", Kind.HOST),
  KNOWN_HOST("known-host", Kind.HOST),
  UNC_PATH("unc-path", Kind.HOST),
  PROJECT_KEY("project-key", Kind.PROJECT),
  OWN_WORD("own-word", Kind.OWN),
  OWN_PATTERN("own-pattern", Kind.OWN);

  private final String id;
  private final Kind kind;

  RuleId(String id, Kind kind) {
    this.id = id;
    this.kind = kind;
  }

  String id() {
    return id;
  }

  Kind kind() {
    return kind;
  }
}
