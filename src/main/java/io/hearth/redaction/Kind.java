package io.hearth.redaction;

import java.util.Optional;

/** What a redacted value is; counts, colours and switches go by kind. */
public enum Kind {
  PASSWORD("password", Severity.SECRET),
  TOKEN("token", Severity.SECRET),
  SESSION("session", Severity.SECRET),
  PRIVATE_KEY("private-key", Severity.SECRET),
  LICENCE("licence", Severity.SECRET),
  MAIL("mail", Severity.PERSONAL),
  USER("user", Severity.PERSONAL),
  FULL_NAME("full-name", Severity.PERSONAL),
  PHONE("phone", Severity.PERSONAL),
  HOME_FOLDER("home-folder", Severity.PERSONAL),
  LDAP_DN("ldap-dn", Severity.PERSONAL),
  CARD("card", Severity.PERSONAL),
  IPV4("ipv4", Severity.INTERNAL),
  IPV6("ipv6", Severity.INTERNAL),
  MAC("mac", Severity.INTERNAL),
  HOST("host", Severity.INTERNAL),
  PROJECT("project", Severity.INTERNAL),
  OWN("own", Severity.INTERNAL);

  private final String id;
  private final Severity severity;

  Kind(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  public String id() {
    return id;
  }

  public Severity severity() {
    return severity;
  }

  public static Optional<Kind> byId(String id) {
    for (Kind kind : values()) {
      if (kind.id.equals(id)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
