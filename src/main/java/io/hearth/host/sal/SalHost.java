package io.hearth.host.sal;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.license.LicenseHandler;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import io.hearth.host.Host;
import io.hearth.host.HostUser;
import io.hearth.host.InstalledApp;
import io.hearth.host.Layout;
import io.hearth.host.Product;
import io.hearth.host.Settings;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;

/** The host port over the product's shared access layer (SAL). */
public final class SalHost implements Host {
  private final Services services = new Services();
  private final Settings settings = new SalSettings(services);
  private final InstalledApps apps = new InstalledApps(services);
  private final Installation installation = Installation.ofThisJvm();

  @Override
  public Optional<HostUser> currentUser() {
    return services.call(
        UserManager.class, users -> Optional.ofNullable(users.getRemoteUser()).map(SalHost::user));
  }

  private static HostUser user(UserProfile profile) {
    String name = profile.getUsername();
    return new HostUser(
        profile.getUserKey().getStringValue(),
        name,
        Optional.ofNullable(profile.getFullName()).orElse(name),
        Optional.ofNullable(profile.getEmail()).filter(email -> !email.isBlank()));
  }

  @Override
  public boolean isSystemAdministrator(HostUser user) {
    return services.call(UserManager.class, users -> users.isSystemAdmin(new UserKey(user.key())));
  }

  @Override
  public Optional<HostUser> user(String name) {
    return services.call(
        UserManager.class,
        users -> Optional.ofNullable(users.getUserProfile(name)).map(SalHost::user));
  }

  @Override
  public Product product() {
    return services.call(ApplicationProperties.class, SalHost::product);
  }

  private static Product product(ApplicationProperties application) {
    return new Product(
        kind(application.getPlatformId()),
        application.getDisplayName(),
        application.getVersion(),
        application.getBuildNumber());
  }

  private static Product.Kind kind(String platformId) {
    return Arrays.stream(Product.Kind.values())
        .filter(kind -> kind.platformId().equals(platformId))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Hearth runs in Jira, Confluence and Bitbucket; this product presents itself"
                        + " as \""
                        + platformId
                        + "\""));
  }

  @Override
  public Optional<URI> baseUrl() {
    return services.call(
        ApplicationProperties.class,
        application ->
            Optional.ofNullable(application.getBaseUrl(UrlMode.CANONICAL))
                .filter(url -> !url.isBlank())
                .map(URI::create));
  }

  @Override
  public Layout layout() {
    return services.call(ApplicationProperties.class, this::layout);
  }

  private Layout layout(ApplicationProperties application) {
    Path local =
        application
            .getLocalHomeDirectory()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The product names no home folder; finish its set-up, then try again"));
    Path shared = application.getSharedHomeDirectory().orElse(local);
    return new Layout(local, shared, installation.folder(kind(application.getPlatformId())));
  }

  @Override
  public String nodeId() {
    return services.call(
        ApplicationProperties.class,
        application ->
            new NodeId(layout(application).localHome()).read(kind(application.getPlatformId())));
  }

  @Override
  public List<InstalledApp> apps() {
    return apps.list();
  }

  @Override
  public Optional<InputStream> appFile(String appKey, String location) {
    return apps.file(appKey, location);
  }

  @Override
  public Locale locale() {
    return services.call(LocaleResolver.class, LocaleResolver::getLocale);
  }

  @Override
  public Optional<String> supportEntitlementNumber() {
    return services.call(
        LicenseHandler.class,
        licences ->
            Optional.ofNullable(licences.getAllSupportEntitlementNumbers())
                .filter(numbers -> !numbers.isEmpty())
                .map(SortedSet::first));
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public void audit(HostUser who, String did, String what) {
    try {
      ProductAudit.write(services, who, did, what);
    } catch (NoClassDefFoundError noAuditLog) {
      // Some versions come without it; then the app's own trail is the only one.
      return;
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "The product's audit log is not the one that Hearth knows; what was done stands in"
              + " Hearth's own audit trail only",
          e);
    }
  }
}
