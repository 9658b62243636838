package io.hearth.devhost.instance;

import java.time.Instant;

/** How the product presents itself. */
public record Product(
    ProductKind kind, Platform platform, String name, String version, String build) {

  public static Product of(ProductKind kind, Platform platform) {
    boolean newer = platform == Platform.P8;
    return switch (kind) {
      case JIRA ->
          newer
              ? new Product(kind, platform, "Jira", "11.3.1", "11030001")
              : new Product(kind, platform, "Jira", "10.3.12", "10030012");
      case CONFLUENCE ->
          newer
              ? new Product(kind, platform, "Confluence", "10.2.1", "10214")
              : new Product(kind, platform, "Confluence", "9.2.7", "9111");
      case BITBUCKET ->
          newer
              ? new Product(kind, platform, "Bitbucket", "10.1.2", "10001002")
              : new Product(kind, platform, "Bitbucket", "9.4.10", "9004010");
    };
  }

  /** When this version came out; the day is enough for what it is asked for. */
  public Instant built() {
    return Instant.parse(platform == Platform.P8 ? "2026-01-15T00:00:00Z" : "2025-11-18T00:00:00Z");
  }

  public String sessionCookie() {
    return kind == ProductKind.BITBUCKET ? "BITBUCKETSESSIONID" : "JSESSIONID";
  }

  public String xsrfCookie() {
    return kind == ProductKind.JIRA ? "atlassian.xsrf.token" : "atl.xsrf.token";
  }
}
