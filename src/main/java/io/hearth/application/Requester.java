package io.hearth.application;

import io.hearth.host.Host;
import io.hearth.host.HostUser;
import io.hearth.host.InstalledApp;
import io.hearth.host.Layout;
import io.hearth.host.Product;
import io.hearth.host.Settings;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who asked for a ZIP that is made after their request is answered, and in which language. */
public record Requester(HostUser user, Locale locale) {

  /** The product as this person sees it: on a thread of ours nobody is logged in. */
  Host at(Host host) {
    return new OnBehalf(host, this);
  }

  private record OnBehalf(Host host, Requester requester) implements Host {

    @Override
    public Optional<HostUser> currentUser() {
      return Optional.of(requester.user());
    }

    @Override
    public boolean isSystemAdministrator(HostUser user) {
      return host.isSystemAdministrator(user);
    }

    @Override
    public Optional<HostUser> user(String name) {
      return host.user(name);
    }

    @Override
    public Product product() {
      return host.product();
    }

    @Override
    public Optional<URI> baseUrl() {
      return host.baseUrl();
    }

    @Override
    public Layout layout() {
      return host.layout();
    }

    @Override
    public String nodeId() {
      return host.nodeId();
    }

    @Override
    public List<InstalledApp> apps() {
      return host.apps();
    }

    @Override
    public Optional<InputStream> appFile(String appKey, String location) {
      return host.appFile(appKey, location);
    }

    @Override
    public Locale locale() {
      return requester.locale();
    }

    @Override
    public Optional<String> supportEntitlementNumber() {
      return host.supportEntitlementNumber();
    }

    @Override
    public Settings settings() {
      return host.settings();
    }

    @Override
    public void audit(HostUser who, String did, String what) {
      host.audit(who, did, what);
    }
  }
}
