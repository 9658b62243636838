package io.hearth.devhost.instance;

import java.util.Locale;

/** The products that the host can stand in for. */
public enum ProductKind {
  JIRA("jira"),
  CONFLUENCE("conf"),
  BITBUCKET("bitbucket");

  private final String platformId;

  ProductKind(String platformId) {
    this.platformId = platformId;
  }

  /** What {@code ApplicationProperties.getPlatformId()} says. */
  public String platformId() {
    return platformId;
  }

  /** What {@code application="…"} in a descriptor says. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
