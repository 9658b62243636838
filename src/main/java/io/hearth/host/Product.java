package io.hearth.host;

/** The product around us; {@code version} and {@code build} are empty when unknown offline. */
public record Product(Kind kind, String name, String version, String build) {

  /** The three products, with the platform id under which each presents itself. */
  public enum Kind {
    JIRA("jira"),
    CONFLUENCE("conf"),
    BITBUCKET("bitbucket");

    private final String platformId;

    Kind(String platformId) {
      this.platformId = platformId;
    }

    public String platformId() {
      return platformId;
    }
  }
}
