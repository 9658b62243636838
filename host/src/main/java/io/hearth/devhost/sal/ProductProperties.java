package io.hearth.devhost.sal;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import io.hearth.devhost.instance.Product;
import java.nio.file.Path;
import java.util.Date;
import java.util.Optional;

/** How the product presents itself. */
final class ProductProperties implements ApplicationProperties {
  private final Surroundings around;
  private final CurrentRequest current;

  ProductProperties(Surroundings around, CurrentRequest current) {
    this.around = around;
    this.current = current;
  }

  @Override
  public String getBaseUrl(UrlMode mode) {
    return switch (mode) {
      case CANONICAL, ABSOLUTE -> around.baseUrl().get();
      case RELATIVE, RELATIVE_CANONICAL -> around.contextPath();
      case AUTO -> current.request().isPresent() ? around.contextPath() : around.baseUrl().get();
    };
  }

  private Product product() {
    return around.product();
  }

  @Override
  public String getDisplayName() {
    return product().name();
  }

  @Override
  public String getPlatformId() {
    return product().kind().platformId();
  }

  @Override
  public String getVersion() {
    return product().version();
  }

  @Override
  public Date getBuildDate() {
    return Date.from(product().built());
  }

  @Override
  public String getBuildNumber() {
    return product().build();
  }

  @Override
  public Optional<Path> getLocalHomeDirectory() {
    return Optional.of(around.localHome());
  }

  @Override
  public Optional<Path> getSharedHomeDirectory() {
    return Optional.of(around.sharedHome());
  }

  @Override
  public String getApplicationFileEncoding() {
    return "UTF-8";
  }
}
